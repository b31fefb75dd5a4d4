package io.github.spout4j.cli.audit;

import io.github.spout4j.library.SpoutLibraryDll;
import io.github.spout4j.library.SpoutObject;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/** The sender of the audit's sequences: an object with an OpenGL context, and one picture that it sends again and again. */
final class SequenceSender {
    static final int WIDTH = 64;
    static final int HEIGHT = 48;
    static final int BYTES = WIDTH * HEIGHT * 4;
    static final int GL_RGBA = 0x1908;

    private static final long INTERVAL_MILLIS = 16;

    private final SlotCaller caller;
    private final MemorySegment pixels = picture();

    SequenceSender(SpoutObject object) {
        caller = new SlotCaller(object);
    }

    /** Sends in this process until its standard input has a byte, or the process that started it ends. */
    static void run(SpoutLibraryDll dll, String name, ProbeLines out) throws InterruptedException {
        SpoutObject object = dll.newObject();
        SequenceSender sender = new SequenceSender(object);
        sender.openGl();
        sender.name(name);
        boolean sent = sender.send();
        out.write("sent", sent);
        try {
            ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
            while (sent && parent.isAlive() && System.in.available() == 0) {
                sender.send();
                Thread.sleep(INTERVAL_MILLIS);
            }
        } catch (IOException _) {
            // it has ended
        }
        object.release();
    }

    SlotCaller caller() {
        return caller;
    }

    NativeAnswer openGl() {
        return caller.find("CreateOpenGL").map(slot -> caller.prepare(slot, new ProbeArguments(slot).values()).make())
                .orElseThrow();
    }

    void name(String name) {
        caller.call("SetSenderName", Arena.global().allocateFrom(name));
    }

    /** Whether the DLL says that it has sent the picture. */
    boolean send() {
        return caller.find("SendImage")
                .map(slot -> caller.prepare(slot, List.of(pixels, WIDTH, HEIGHT, GL_RGBA, (byte) 0)).make())
                .map(answer -> (boolean) answer.value()).orElseThrow();
    }

    /** What it sends: every pixel another one, all opaque. */
    static MemorySegment picture() {
        MemorySegment picture = Arena.global().allocate(BYTES);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            picture.set(ValueLayout.JAVA_BYTE, i * 4L, (byte) i);
            picture.set(ValueLayout.JAVA_BYTE, i * 4L + 1, (byte) (i >> 4));
            picture.set(ValueLayout.JAVA_BYTE, i * 4L + 2, (byte) (i * 5 + 3));
            picture.set(ValueLayout.JAVA_BYTE, i * 4L + 3, (byte) 255);
        }
        return picture;
    }
}
