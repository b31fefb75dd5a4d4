package io.github.spout4j.kernel;

import java.lang.foreign.ValueLayout;
import java.util.Optional;

/** Whether this Java may call the system. */
public final class NativeAccess {
    private NativeAccess() {}

    /** Why it may not, in a line for people; empty where it may. */
    public static Optional<String> missing() {
        return callsAllowed()
                ? Optional.empty()
                : Optional
                        .of("this Java may not call the system; start it with --enable-native-access=ALL-UNNAMED, in a "
                                + "modular program with --enable-native-access=io.github.spout4j,io.github.spout4j.win32");
    }

    /** By a restricted method that does nothing. Java warns here, once, where nobody has said whether it may. */
    @SuppressWarnings("restricted")
    private static boolean callsAllowed() {
        try {
            ValueLayout.ADDRESS.withTargetLayout(ValueLayout.JAVA_BYTE);
            return true;
        } catch (IllegalCallerException _) {
            return false;
        }
    }
}
