"""The process takes the settings under which many sessions share it."""

import ctypes
import sys

import pytest

from components.hosting.process import SWITCH, share


@pytest.fixture
def interval():
    """The interval of threads as it was, put back."""
    before = sys.getswitchinterval()
    yield before
    sys.setswitchinterval(before)


def test_threads_give_way_often(interval):
    """A thread that computes gives way after a tenth of what Python gives it."""
    share()
    assert sys.getswitchinterval() == pytest.approx(SWITCH)
    assert interval > sys.getswitchinterval() or interval == pytest.approx(SWITCH)


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc is asked")
def test_memory_is_shared_where_glibc_is_asked():
    """Glibc takes the number of its arenas: the name and the code of the option are still these."""
    library = ctypes.CDLL(None)
    if not hasattr(library, "gnu_get_libc_version"):
        pytest.skip("another C library")
    assert library.mallopt(-8, 2) == 1
