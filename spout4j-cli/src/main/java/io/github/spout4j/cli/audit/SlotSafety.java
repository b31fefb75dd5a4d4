package io.github.spout4j.cli.audit;

import io.github.spout4j.library.Slot;
import java.util.Map;

/** Which slots the audit never calls, and why: they show something, or change what is the user's. */
final class SlotSafety {
    private static final String WINDOW = "shows a window";
    private static final String CONSOLE = "opens or closes a console";
    private static final String SETTINGS = "changes Spout's settings of the user";
    private static final String PREFERENCE = "changes Windows' graphics settings of the user";
    private static final Map<String, String> REASONS = Map.ofEntries(Map.entry("SpoutMessageBox", WINDOW),
            Map.entry("SelectSender", WINDOW), Map.entry("SelectSenderPanel", WINDOW),
            Map.entry("ShowSpoutLogs", WINDOW), Map.entry("OpenSpoutLogs", WINDOW),
            Map.entry("OpenSpoutConsole", CONSOLE), Map.entry("CloseSpoutConsole", CONSOLE),
            Map.entry("EnableSpoutLog", CONSOLE), Map.entry("EnableSpoutLogFile", "writes a file"),
            Map.entry("CopyToClipBoard", "changes the clipboard"), Map.entry("SetFrameCount", SETTINGS),
            Map.entry("SetMaxSenders", SETTINGS), Map.entry("SetDX9", SETTINGS),
            Map.entry("SetMemoryShareMode", SETTINGS), Map.entry("SetCPUmode", SETTINGS),
            Map.entry("SetShareMode", SETTINGS), Map.entry("SetPerformancePreference", PREFERENCE),
            Map.entry("SetPreferredAdapter", PREFERENCE));

    private SlotSafety() {}

    /** Why a slot is not called; empty where it may be. */
    static String reason(Slot slot) {
        return REASONS.getOrDefault(slot.name(), "");
    }
}
