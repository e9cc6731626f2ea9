"""What the keeping of files asks of Streamlit is there: whoever raises its version is told here what is not."""

from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage


def test_streamlit_has_what_is_asked_of_it():
    """A session's files are kept by where they stand, in a part that is made when it is first asked for."""
    manager = MediaFileManager(MemoryMediaFileStorage("/media"))
    manager._files_by_session_and_coord["one"].update({"[0, 1]": "file"})  # noqa: SLF001 what is asked
    manager.clear_session_refs("one")
    assert "one" not in manager._files_by_session_and_coord  # noqa: SLF001 as above
