"""The process takes the settings under which many sessions share it."""

import ctypes
import gc
import sys

import pytest

from components.hosting.process import SWITCH, set_apart, share


@pytest.fixture
def interval():
    """The interval of threads as it was; it and the collector are put back."""
    before = sys.getswitchinterval()
    yield before
    sys.setswitchinterval(before)
    gc.callbacks.remove(set_apart)
    gc.unfreeze()


def test_threads_give_way_often(interval):
    """A thread that computes gives way sooner than Python has it."""
    share()
    assert sys.getswitchinterval() == pytest.approx(SWITCH)
    assert sys.getswitchinterval() < interval


@pytest.mark.usefixtures("interval")
def test_what_outlives_a_collection_is_in_the_way_of_none_after_it():
    """After a full collection the next one finds nothing to go through, and what nobody holds goes all the same."""
    share()
    share()
    held = [[] for _ in range(1000)]
    gc.collect()
    assert len(gc.get_objects()) < len(held)
    assert gc.get_freeze_count() > len(held)
    before = gc.get_freeze_count()
    del held
    assert before - gc.get_freeze_count() >= 1000


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc is asked")
def test_memory_is_shared_where_glibc_is_asked():
    """Glibc takes the number of its arenas: the name and the code of the option are still these."""
    library = ctypes.CDLL(None)
    if not hasattr(library, "gnu_get_libc_version"):
        pytest.skip("another C library")
    assert library.mallopt(-8, 2) == 1
