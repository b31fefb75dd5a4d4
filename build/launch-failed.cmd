@rem Called by the launchers after LAUNCH where that ended with an error. Says what to do where the folder's path kept Java from
@rem starting: no path has a "?", but one that a pipe has written in a code page.
@echo "%JARS%"| "%SystemRoot%\System32\find.exe" "?" >nul
@if not errorlevel 1 echo spout: If Java did not start, it cannot read the path of this folder: it has letters that are not in the system's code page, and the drive makes no short names. Move the folder to a path of plain letters. 1>&2
