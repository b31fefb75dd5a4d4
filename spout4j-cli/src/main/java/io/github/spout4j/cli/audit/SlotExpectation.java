package io.github.spout4j.cli.audit;

import io.github.spout4j.library.Slot;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;

/** What a slot must answer to {@link ProbeArguments} if it is the function that the layout says. */
final class SlotExpectation {
    private static final String FILE = "b.txt";
    private static final String FOLDER = "C:\\a";

    private SlotExpectation() {}

    /** Why the answer cannot be that of this slot; empty where it can. */
    static String problem(Slot slot, Object answer, ProbeArguments arguments, Set<String> versions) {
        return switch (slot.signature()) {
            case "GetSDKversion()", "GetSDKversion(int*)" ->
                versions.contains(answer) ? "" : "expected " + String.join(" or ", versions);
            case "GetName(std::string)" -> same(FILE, answer);
            case "GetPath(std::string)" -> begins(FOLDER, answer);
            case "RemovePath(std::string&)" -> same(FILE, string(arguments));
            case "RemoveName(std::string&)" -> begins(FOLDER, string(arguments));
            case "GetName()" -> same(ProbeArguments.ownName(), answer);
            case "GetReceiverName(char*, int)" -> same(ProbeArguments.ownName(),
                    arguments.memory("SenderName").getString(0));
            case "GetExeName()" -> answer instanceof String name && name.contains("\\")
                    ? "expected no path"
                    : contains("java", answer).isEmpty() ? "" : contains("SpoutLibrary", answer);
            case "GetExePath()", "GetExePath(bool)" -> contains("\\", answer);
            case "GLformatName(GLint)" -> contains("RGBA", answer);
            case "IsInitialized()", "IsConnected()", "IsUpdated()", "FindSenderName(const char*)",
                    "SetActiveSender(const char*)", "FindSubKey(HKEY, const char*)",
                    "ReadDwordFromRegistry(HKEY, const char*, const char*, DWORD*)",
                    "ReadPathFromRegistry(HKEY, const char*, const char*, char*)",
                    "GetSenderInfo(const char*, unsigned int&, unsigned int&, HANDLE&, DWORD&)",
                    "GetHostPath(const char*, char*, int)" ->
                same(false, answer);
            case "CreateMemoryBuffer(const char*, int)", "DeleteMemoryBuffer()",
                    "WriteMemoryBuffer(const char*, const char*, int)",
                    "WriteDwordToRegistry(HKEY, const char*, const char*, DWORD)",
                    "WritePathToRegistry(HKEY, const char*, const char*, const char*)",
                    "WriteBinaryToRegistry(HKEY, const char*, const char*, const unsigned char*, DWORD)" ->
                same(true, answer);
            case "GetMemoryBufferSize(const char*)" -> same(ProbeArguments.DATA_BYTES, answer);
            case "ReadMemoryBuffer(const char*, char*, int)" -> data(answer, arguments.memory("data"));
            case "GetWidth()", "GetHeight()" -> same(0, answer);
            case "GetSenderCount()", "GetNumAdapters()", "GetAdapter()", "GetShareMode()", "GetBuffers()" ->
                within(0, 4096, answer);
            case "GetMaxSenders()" -> within(1, 4096, answer);
            case "GetFps()", "GetSenderFps()", "GetRefreshRate()" -> within(0, 10_000, answer);
            case "EndTiming()", "EndTiming(bool, bool)" -> within(0, 10_000_000, answer);
            case "ClearAlpha(unsigned char*, unsigned int, unsigned int, unsigned char)" ->
                pixels(arguments.memory("src"), at -> at, at -> at % 4 == 3);
            case "FlipBuffer(unsigned char*, unsigned int, unsigned int, GLenum)" ->
                pixels(arguments.memory("src"), SlotExpectation::flipped, at -> false);
            case "FlipBuffer(const unsigned char*, unsigned char*, unsigned int, unsigned int, GLenum)" ->
                pixels(arguments.memory("dst"), SlotExpectation::flipped, at -> false);
            default -> "";
        };
    }

    private static String string(ProbeArguments arguments) {
        NativeAnswer string = NativeAnswer.string(arguments.memory("path"));
        return string.value() instanceof String text ? text : string.problem();
    }

    private static String same(Object expected, Object answer) {
        return expected.equals(answer) ? "" : "expected " + expected;
    }

    private static String begins(String expected, Object answer) {
        return answer instanceof String text && text.startsWith(expected) ? "" : "expected " + expected + "...";
    }

    private static String contains(String expected, Object answer) {
        return answer instanceof String text && text.toLowerCase(Locale.ROOT)
                .contains(expected.toLowerCase(Locale.ROOT)) ? "" : "expected ..." + expected + "...";
    }

    private static String within(double least, double most, Object answer) {
        return answer instanceof Number number && number.doubleValue() >= least && number.doubleValue() <= most
                ? ""
                : String.format(Locale.ROOT, "expected %.0f to %.0f", least, most);
    }

    private static String data(Object answer, MemorySegment data) {
        for (int i = 0; i < ProbeArguments.DATA_BYTES; i++) {
            if (data.get(ValueLayout.JAVA_BYTE, i) != ProbeArguments.before(i)) {
                return "the data is not what was written";
            }
        }
        return same(ProbeArguments.DATA_BYTES, answer);
    }

    private static String pixels(MemorySegment pixels, LongUnaryOperator source,
            LongPredicate alpha) {
        long bytes = ProbeArguments.WIDTH * ProbeArguments.HEIGHT * 4;
        for (long at = 0; at < bytes; at++) {
            byte expected = alpha.test(at) ? ProbeArguments.ALPHA : ProbeArguments.before(source.applyAsLong(at));
            if (pixels.get(ValueLayout.JAVA_BYTE, at) != expected) {
                return "byte " + at + " of the pixels is not as expected";
            }
        }
        return "";
    }

    private static long flipped(long at) {
        long row = ProbeArguments.WIDTH * 4L;
        return (ProbeArguments.HEIGHT - 1 - at / row) * row + at % row;
    }
}
