"""How a text says that it is to be translated."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Marks `text` for translation and returns it unchanged; lupdate finds such texts by this name."""
    return text
