"""What a reader uploads is forgotten once it was read."""

from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx


def forget_uploads() -> None:
    """Forget the files that this session has uploaded: what they hold was taken over, or is not wanted any more."""
    context = get_script_run_ctx()
    if context and runtime.exists():
        runtime.get_instance().uploaded_file_mgr.remove_session_files(context.session_id)
