"""What a request passes on its way to a page, from the outside in."""

from starlette.middleware import Middleware

from components.hosting.answers import Checked
from components.hosting.delivery import delivered
from components.hosting.endpoints import open_endpoints
from components.hosting.headers import secured
from components.hosting.hosts import known_hosts
from components.hosting.messages import heard
from components.hosting.probe import probed_at_a_pace
from components.hosting.shell import first_bytes
from components.hosting.sockets import room_for_all
from components.hosting.start import health
from components.hosting.tables import tables_in_turn
from components.hosting.uploads import uploads_in_bounds


def on_the_way(checked: Checked) -> list[Middleware]:
    """The middlewares of the app, in order; `checked` gives the collection that is served."""
    doors = (secured, known_hosts, open_endpoints, probed_at_a_pace, health)
    bounds = (room_for_all, heard, uploads_in_bounds, tables_in_turn)
    return [*map(Middleware, (*doors, *bounds)), Middleware(first_bytes, checked), Middleware(delivered)]
