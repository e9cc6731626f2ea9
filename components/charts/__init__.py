"""One Altair chart per module: a frame in, an alt.Chart out. No streamlit here."""
