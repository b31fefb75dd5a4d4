package io.github.spout4j.cli.audit;

import io.github.spout4j.SpoutException;
import io.github.spout4j.cli.Arguments;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.library.SpoutLibraryDll;
import java.nio.file.Path;

/**
 * What runs in each process of the audit: DLL inspect, DLL slot NUMBER TYPE, DLL past-end NUMBER, DLL sequence NAME,
 * or DLL sender NAME. It tells by {@link ProbeLines} how far it came.
 */
public final class ProbeProgram {
    private ProbeProgram() {}

    public static void main(String[] given) {
        String[] arguments = Arguments.asWritten(ProbeProgram.class, given);
        ProbeLines out = new ProbeLines(System.out);
        try {
            run(SpoutLibraryDll.load(Path.of(arguments[0])), arguments, out);
            System.exit(ExitCode.DONE);
        } catch (SpoutException e) {
            out.write("refused", e.getMessage());
        } catch (RuntimeException | InterruptedException e) {
            out.write("failed", e);
        }
        System.exit(ExitCode.FAILED);
    }

    private static void run(SpoutLibraryDll dll, String[] arguments, ProbeLines out) throws InterruptedException {
        out.write("loaded");
        switch (arguments[1]) {
            case "inspect" -> Inspection.tell(dll, out);
            case "slot" -> new SlotProbe(dll.newObject(), Integer.parseInt(arguments[2]), arguments[3]).run(out);
            case "past-end" -> new PastEndProbe(dll.newObject(), Integer.parseInt(arguments[2])).run(out);
            case "sequence" -> new SequenceProbe(dll, out).run(arguments[2]);
            case "sender" -> SequenceSender.run(dll, arguments[2], out);
            default -> throw new IllegalArgumentException(arguments[1]);
        }
    }
}
