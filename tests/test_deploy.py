"""What runs the app elsewhere says what the app says: its port, its variables, its probes, its pins."""

import importlib.util
import json
import re

import pytest
import yaml

from components.hosting.endpoints import is_open
from components.hosting.settings import embedders, hosts, most_sockets, most_sockets_of_one, proxies
from corpus.paths import ROOT

DEPLOY = ROOT / "deploy"
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
MANIFESTS = [
    document
    for path in sorted(DEPLOY.glob("kubernetes/*.yaml"))
    for document in yaml.safe_load_all(path.read_text(encoding="utf-8"))
]
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
GUIDE = (ROOT / "docs" / "operators-guide.md").read_text(encoding="utf-8")
KNOWN = set(re.findall(r"CHANGAI_\w+", GUIDE))


def tool(name):
    """A script of `tools/`, which is no package."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def container():
    """The container of the app in the cluster's manifests."""
    (deployment,) = (one for one in MANIFESTS if one["kind"] == "Deployment")
    (only,) = deployment["spec"]["template"]["spec"]["containers"]
    return only


def test_image_runs_as_nobody_and_is_asked_whether_it_is_well():
    """The image ends with a user by number who is not root, the port that is opened, and a probe that is open."""
    (user,) = re.findall(r"(?m)^USER (\d+):\d+$", DOCKERFILE)
    assert int(user) > 0
    (port,) = re.findall(r"(?m)^EXPOSE (\d+)$", DOCKERFILE)
    assert f'"--server.port", "{port}"' in DOCKERFILE
    assert {one["containerPort"] for one in container()["ports"]} == {int(port)}
    for text in (DOCKERFILE, json.dumps(container())):
        paths = re.findall(rf"127\.0\.0\.1:{port}(/[\w/-]+)", text)
        assert paths
        assert all(is_open("GET", path) for path in paths)


@pytest.mark.parametrize(
    ("read", "name"),
    [
        (hosts, "CHANGAI_HOSTS"),
        (embedders, "CHANGAI_EMBED_IN"),
        (proxies, "CHANGAI_PROXIES"),
        (most_sockets, "CHANGAI_SOCKETS"),
        (most_sockets_of_one, "CHANGAI_SOCKETS_PER_ADDRESS"),
    ],
)
def test_variables_of_the_server_are_told(read, name):
    """Each variable that the server reads stands in the guide."""
    assert name in read.__doc__
    assert name in KNOWN


def test_variables_that_are_set_are_read():
    """Compose and manifests set no variable that nobody reads."""
    app = COMPOSE["services"]["app-1"]
    given = {*app["environment"], *(one["name"] for one in container()["env"])}
    assert given <= KNOWN
    assert COMPOSE["services"]["app-2"] == app


def test_copies_are_those_that_the_proxy_leads_to():
    """The proxy knows each copy of the app and no other, and its file goes with it."""
    led = re.findall(r"server (app-\d):(\d+)", (DEPLOY / "nginx.conf").read_text(encoding="utf-8"))
    assert dict(led) == {name: "8501" for name in COMPOSE["services"] if name.startswith("app-")}
    for volume in COMPOSE["services"]["proxy"]["volumes"]:
        source = volume.partition(":")[0]
        assert (DEPLOY / source).exists() or source == "./certificates"


def test_app_may_write_nowhere_and_call_nobody():
    """Image, Compose and cluster run on a file system for reading alone, without powers and without a way out."""
    app = COMPOSE["services"]["app-1"]
    assert app["read_only"]
    assert app["cap_drop"] == ["ALL"]
    assert all(COMPOSE["networks"][name]["internal"] for name in app["networks"])
    context = container()["securityContext"]
    assert context["readOnlyRootFilesystem"]
    assert not context["allowPrivilegeEscalation"]
    (policy,) = (one["spec"] for one in MANIFESTS if one["kind"] == "NetworkPolicy")
    assert policy["egress"] == []


def test_audit_of_nothing_is_a_failure():
    """A pinned package that no answer is about is complained of, and so is a known hole; else there is silence."""
    audit = tool("audit")
    wanted = audit.pinned("a==1 \\\n    --hash=sha256:0\nB_c==2\n")
    assert wanted == {"a", "b-c"}
    told = '{"dependencies": [{"name": "a", "version": "1", "vulns": []}, {"name": "b-c", "skip_reason": "gone"}]}'
    assert audit.complaints(wanted, audit.audited(told)) == ["b-c: not audited"]
    assert audit.complaints({"a"}, {"a": ["PYSEC-1"]}) == ["a: PYSEC-1"]
    assert audit.complaints({"a"}, {"a": []}) == []


def test_list_of_parts_names_every_pin():
    """Each pin is a component with its version and hashes; what is installed says its licence."""
    made = tool("parts")
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    found = made.parts(text)["components"]
    assert [(one["name"], one["version"]) for one in found] == re.findall(r"(?m)^([\w.-]+)==([^\s;]+)", text)
    assert all(one["properties"] for one in found)
    streamlit = next(one for one in found if one["name"] == "streamlit")
    assert "Apache" in json.dumps(streamlit["licenses"])
