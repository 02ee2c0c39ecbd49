"""Languages: which ones there are, which one a setting means, and the switch from one to another at run time.

The words are Qt Linguist's: resources/i18n/nnviz_ko.ts, compiled by `make i18n`. Numbers and the names of keys follow.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from nnviz.assets import resource
from nnviz.sentences.marking import QT_TRANSLATE_NOOP

ENGLISH, KOREAN = "en", "ko"
LANGUAGES = {ENGLISH: "English", KOREAN: "한국어"}
"""Each in its own words: whoever cannot read the language in front finds the way to another."""
LOCALES = {ENGLISH: "en_US", KOREAN: "ko_KR"}
"""How numbers are written."""
WORDS_OF_QT = {
    "QFileDialog": (QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"), QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:")),
    "QAbstractFileIconProvider": (QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),),
}
"""What Qt's own Korean table leaves in English, by context: ours has it."""


class Languages(QObject):
    """The language of the program. The source texts are English; others are translated on the way to the screen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translators: list[QTranslator] = []

    def use(self, language: str) -> None:
        """Switch to one of LANGUAGES, without a restart."""
        QLocale.setDefault(QLocale(LOCALES[language]))
        old, self._translators = self._translators, self._loaded(language)
        for translator in self._translators:
            QCoreApplication.installTranslator(translator)
        # Only now: were the old words taken away first, every text would be written once more, in English.
        for translator in old:
            QCoreApplication.removeTranslator(translator)
            # Else each switch would leave one behind, at a booth many a day.
            translator.deleteLater()

    def close(self) -> None:
        """Take the words away; the application may outlive a program in it."""
        self.use(ENGLISH)

    def _loaded(self, language: str) -> list[QTranslator]:
        """Qt's own words (buttons of dialogs, names of keys), where they are installed, then ours; none for English."""
        if language == ENGLISH:
            return []
        places = (
            (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
            (f"nnviz_{language}", str(resource("i18n"))),
        )
        translators = [QTranslator(self) for _ in places]
        pairs = zip(translators, places, strict=True)
        return [translator for translator, (file, folder) in pairs if translator.load(file, folder)]


def in_use() -> str:
    """The language in front, one of LANGUAGES."""
    return _known([QLocale().name()])


def meant(setting: str) -> str:
    """The language of a setting: one of LANGUAGES, or "system": the first that the system likes, else English."""
    return setting if setting in LANGUAGES else _known(QLocale.system().uiLanguages())


def _known(tags: list[str]) -> str:
    """The first of some language tags ("ko-KR") that there are words for."""
    codes = (tag.replace("_", "-").split("-")[0] for tag in tags)
    return next((code for code in codes if code in LANGUAGES), ENGLISH)
