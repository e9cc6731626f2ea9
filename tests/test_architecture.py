"""The layers of design.md hold: imports run one way, and what is to be in one place is in one place."""

import ast
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.paths import ROOT

LAYERS = ("corpus", "components", "pages", "app")
"""From the domain to the menu; a layer imports those before it."""

MODULES = {
    path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for pattern in ("corpus/**/*.py", "components/**/*.py", "pages/**/*.py", "app.py")
    for path in sorted(ROOT.glob(pattern))
}
"""Every module of the product, parsed, by its path in the checkout."""


PAGE_ROOMS = ("overview", "topics", "profile", "matrix", "numbers", "words", "reader", "data", "documents", "pins")
ROOMS = {
    "corpus": {
        name: rank
        for rank, name in enumerate(
            (
                "collection",
                "divisions",
                "texts",
                "intake",
                "quantities",
                "coding",
                "words",
                "suggestions",
                "regions",
                "topics",
                "export",
                "checks",
                "reading",
                "curation",
            )
        )
    },
    "components": {
        **{name: rank for rank, name in enumerate(("frame", "hosting", "charts", "parts", "evidence"))},
        **dict.fromkeys(PAGE_ROOMS, 9),
    },
}
"""Layer → its rooms with their rank: a room imports those of lower rank."""


def room(module: str) -> str:
    """The room of a layer that a module stands in, "" for one beside the rooms."""
    parts = Path(module).parts
    return parts[1] if len(parts) > len(("layer", "module")) else ""


def layer(module: str) -> str:
    """The layer a module belongs to."""
    return Path(module).parts[0].removesuffix(".py")


def imported(module: str) -> set[str]:
    """The dotted names of all modules that a module imports, relative imports made absolute."""
    room = list(Path(module).parent.parts)
    names = set()
    for node in ast.walk(MODULES[module]):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = room[: len(room) - node.level + 1] if node.level else []
            base = [*above, *([node.module] if node.module else [])]
            names.update(".".join([*base, alias.name]) for alias in node.names)
            names.add(".".join(base))
    return names - {""}


def roots(module: str) -> set[str]:
    """The top-level packages that a module imports."""
    return {name.split(".")[0] for name in imported(module)}


def caches(module: str) -> bool:
    """Whether a module names a cache of Streamlit or of functools, or keeps results of its own."""
    for node in ast.walk(MODULES[module]):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Memo"):
            return True
        if isinstance(node, ast.Attribute) and node.attr in {"cache_data", "cache_resource", "lru_cache"}:
            return True
        if isinstance(node, ast.Attribute) and ast.unparse(node) == "functools.cache":
            return True
    return bool(
        imported(module)
        & {"functools.cache", "functools.lru_cache", "streamlit.cache_data", "streamlit.cache_resource"}
    )


def public_functions(tree: ast.Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Functions of a module and methods of its classes whose name begins with a letter."""
    holders = [tree, *(node for node in tree.body if isinstance(node, ast.ClassDef))]
    return [
        node
        for holder in holders
        for node in holder.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_")
    ]


def modules(*starts: str) -> Callable[[Callable[[str], None]], Callable[[], None]]:
    """Make one test of what is asserted of every module whose path begins so; it names each that fails."""

    def of_all(asserted: Callable[[str], None]) -> Callable[[], None]:
        def test() -> None:
            failed = {}
            for module in (module for module in MODULES if module.startswith(starts)):
                try:
                    asserted(module)
                except AssertionError as error:
                    failed[module] = str(error)
            assert failed == {}

        test.__name__, test.__doc__ = asserted.__name__, asserted.__doc__
        return test

    return of_all


def test_the_domain_is_there():
    """The modules are found, so that the rules below are about something."""
    assert {"corpus/collection/collection.py", "corpus/coding/anchors.py", "corpus/checks/texts.py"} <= set(MODULES)
    assert "corpus.problem" in imported("corpus/checks/texts.py")
    assert len(public_functions(MODULES["corpus/checks/texts.py"])) > 1


@modules("corpus/", "components/", "pages/")
def test_imports_run_one_way(module):
    """A module imports no layer above its own."""
    above = set(LAYERS[LAYERS.index(layer(module)) + 1 :])
    assert not roots(module) & above


@modules("corpus/", "components/")
def test_rooms_import_one_way(module):
    """Inside a layer a room imports only rooms before it; no page's room imports another page's."""
    mine, own = layer(module), room(module)
    if mine not in ROOMS or own not in ROOMS[mine]:
        return
    order = ROOMS[mine]
    known = {name.split(".")[1] for name in imported(module) if name.startswith(f"{mine}.")} & set(order)
    assert {other for other in known if other != own and order[other] >= order[own]} == set()


@pytest.mark.parametrize("mine", ["corpus", "components"])
def test_every_room_has_its_place(mine):
    """No room is left out of the order, and none is named that is not there."""
    assert {room(module) for module in MODULES if layer(module) == mine} - {""} == set(ROOMS[mine])


@modules("corpus/")
def test_domain_draws_nothing(module):
    """`corpus` knows neither Streamlit nor Altair."""
    assert not roots(module) & {"streamlit", "altair"}


@modules("components/charts/")
def test_charts_know_no_screen(module):
    """A chart is made from a frame, and Streamlit has no part in it."""
    assert "streamlit" not in roots(module)


@modules("corpus/", "components/", "pages/")
def test_only_the_menu_knows_pages(module):
    """A page is imported by no other page, nor by what it is made of."""
    assert not roots(module) & {"pages", "app"}


@modules("")
def test_only_one_module_knows_the_folders(module):
    """`__file__` stands in corpus/paths.py alone."""
    named = {node.id for node in ast.walk(MODULES[module]) if isinstance(node, ast.Name)}
    assert ("__file__" in named) is (module == "corpus/paths.py")


@modules("")
def test_modules_are_named_after_their_subject(module):
    """No module or package is called utils, common or helpers."""
    assert not {part.removesuffix(".py").strip("_") for part in Path(module).parts} & {
        "utils",
        "util",
        "common",
        "helpers",
        "helper",
        "misc",
    }


def test_only_one_component_caches():
    """One module under `components` keeps results between runs; pages and menu keep none."""
    caching = [module for module in MODULES if layer(module) != "corpus" and caches(module)]
    assert len(caching) <= 1, caching
    assert {layer(module) for module in caching} <= {"components"}


_ASK_FOR_CURATED = ("components/frame/own.py", "components/hosting/start.py", "pages/documents.py")
"""What shows the curated collection to a session, what warms it before the first, what reads a reader's texts by it."""


@modules("corpus/", "components/", "pages/")
def test_only_pages_reach_for_the_curated_collection(module):
    """What is drawn is handed its collection: pages ask for what is shown, which alone asks for the curated one."""
    assert "components.frame.curated" not in imported(module) or module in _ASK_FOR_CURATED
    assert "components.frame.own.shown_collection" not in imported(module) or module.startswith("pages/")


@modules("")
def test_no_page_is_styled_by_force(module):
    """`unsafe_allow_html` is used nowhere: the theme alone decides how the app looks."""
    keywords = {node.arg for node in ast.walk(MODULES[module]) if isinstance(node, ast.keyword)}
    strings = {node.value for node in ast.walk(MODULES[module]) if isinstance(node, ast.Constant)}
    assert "unsafe_allow_html" not in keywords | strings


@modules("")
def test_every_public_function_says_what_it_gives(module):
    """Modules and public functions have a docstring."""
    tree = MODULES[module]
    silent = [node.name for node in public_functions(tree) if not ast.get_docstring(node)]
    assert ast.get_docstring(tree)
    assert silent == []
