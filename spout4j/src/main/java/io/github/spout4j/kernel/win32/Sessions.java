package io.github.spout4j.kernel.win32;

import static io.github.spout4j.win32.windows.win32.system.remotedesktop.Apis.ProcessIdToSessionId;
import static io.github.spout4j.win32.windows.win32.system.remotedesktop.Apis.WTSGetActiveConsoleSessionId;

import io.github.spout4j.Finding;
import io.github.spout4j.Finding.Level;
import java.util.Optional;

/**
 * Sessions of Windows, each with names of its own.
 *
 * @param own     that of this program
 * @param desktop the one that the screen shows; {@link #NONE} while it changes
 */
record Sessions(int own, int desktop) {
    static final int NONE = -1;

    static Sessions now() {
        CallState call = CallState.ofThread();
        int known = ProcessIdToSessionId(call.capture, (int) ProcessHandle.current().pid(), call.out);
        return new Sessions(known == 0 ? NONE : call.outValue(), WTSGetActiveConsoleSessionId());
    }

    /** That programs on the desktop are not seen, where that is so. */
    Optional<Finding> elsewhere() {
        return own == desktop || own == NONE || desktop == NONE
                ? Optional.empty()
                : Optional.of(new Finding("another session",
                        "this program runs in session " + own + ", the desktop is session " + desktop
                                + ": programs there are not seen here",
                        Level.OK, "a sender that is missing may be one of these: run both in one session, neither as a "
                                + "service nor by a remote desktop of its own"));
    }
}
