package io.github.spout4j.cli.audit;

import io.github.spout4j.cli.ChildJava;
import io.github.spout4j.library.Slot;
import io.github.spout4j.library.SpoutLibraryDll;
import io.github.spout4j.library.SpoutObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Several slots in a row, as a program would call them. Each step is told before and after it. */
final class SequenceProbe {
    /** Direct3D 11. */
    static final String DIRECT3D = "Direct3D";
    /** An OpenGL context, and what it makes possible. */
    static final String OPENGL = "OpenGL";
    /** To send without an OpenGL context. */
    static final String NO_OPENGL = "no OpenGL";
    /** Sender and receiver in one process. */
    static final String ONE_PROCESS = "one process";
    /** Sender and receiver in two processes. */
    static final String TWO_PROCESSES = "two processes";
    /** All of them. */
    static final List<String> NAMES = List.of(DIRECT3D, OPENGL, NO_OPENGL, ONE_PROCESS, TWO_PROCESSES);

    private static final int TRIES = 60;
    private static final long INTERVAL_MILLIS = 16;

    private final SpoutLibraryDll dll;
    private final ProbeLines out;

    SequenceProbe(SpoutLibraryDll dll, ProbeLines out) {
        this.dll = dll;
        this.out = out;
    }

    /** @param name one of {@link #NAMES} */
    void run(String name) throws InterruptedException {
        switch (name) {
            case DIRECT3D -> steps("OpenDirectX11", "GetDX11Device", "GetDX11Context", "CloseDirectX11");
            case OPENGL -> steps("CreateOpenGL", "IsGLDXready", "GetAutoShare", "GetShareMode", "GetCPUmode",
                    "GetMemoryShareMode", "GetSharedTextureID", "CloseOpenGL");
            case NO_OPENGL -> sendWithoutOpenGl();
            case ONE_PROCESS -> oneProcess();
            case TWO_PROCESSES -> twoProcesses();
            default -> throw new IllegalArgumentException(name);
        }
    }

    private void steps(String... names) {
        SlotCaller caller = new SlotCaller(dll.newObject());
        for (String name : names) {
            step(caller, name);
        }
    }

    private void sendWithoutOpenGl() {
        SequenceSender sender = new SequenceSender(dll.newObject());
        sender.name(ProbeArguments.ownName());
        step("SendImage", sender::send);
        step(sender.caller(), "IsInitialized");
    }

    private void oneProcess() throws InterruptedException {
        SequenceSender sender = new SequenceSender(dll.newObject());
        sender.name(ProbeArguments.ownName());
        step("CreateOpenGL", () -> sender.openGl().text());
        step("SendImage", sender::send);
        for (String name : List.of("IsInitialized", "GetWidth", "GetHeight", "GetCPU", "GetGLDX")) {
            step(sender.caller(), name);
        }
        receive(sender, ProbeArguments.ownName());
    }

    private void twoProcesses() throws InterruptedException {
        String name = ProbeArguments.ownName();
        List<String> command = new ArrayList<>(ChildJava.command(ProbeProgram.class));
        command.addAll(List.of(dll.file().toString(), "sender", name));
        Process process = step("the other process' SendImage", () -> start(command));
        try {
            if (sends(process)) {
                receive(null, name);
            }
        } finally {
            end(process);
        }
    }

    private static Process start(List<String> command) {
        try {
            return new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean sends(Process process) {
        try {
            BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<List<String>> words = ProbeLines.read(line);
                if (words.isPresent() && words.get().getFirst().equals("sent")) {
                    out.write("value", words.get().get(1), "");
                    return words.get().get(1).equals("true");
                }
            }
        } catch (IOException _) {
            // the same as its end
        }
        out.write("value", "it ended", "");
        return false;
    }

    private static void end(Process process) {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().close();
        } catch (IOException _) {
            // it has ended
        }
        try {
            if (!process.waitFor(Duration.ofSeconds(5))) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
        }
    }

    /** @param sender who is to send on in this process; null where another process does */
    private void receive(SequenceSender sender, String name) throws InterruptedException {
        SpoutObject object = dll.newObject();
        SlotCaller caller = new SlotCaller(object);
        if (sender == null) {
            step("the receiver's CreateOpenGL", () -> new SequenceSender(object).openGl().text());
        }
        caller.call("SetReceiverName", Arena.global().allocateFrom(name));
        MemorySegment received = Arena.global().allocate(SequenceSender.BYTES);
        Slot receiveImage = caller.find("ReceiveImage").orElseThrow();
        List<Object> arguments = List.of(received, SequenceSender.GL_RGBA, (byte) 0, 0);
        SlotCaller.Call receive = caller.prepare(receiveImage, arguments);
        step("the first ReceiveImage, which connects", () -> receive.make().text());
        for (String slot : List.of("IsUpdated", "IsConnected", "GetSenderName", "GetSenderWidth", "GetSenderHeight",
                "GetSenderFormat", "GetSenderCPU", "GetSenderGLDX")) {
            step(caller, slot);
        }
        out.write("step", "ReceiveImage: pixels");
        String pixels = "ReceiveImage returned false";
        for (int i = 0; i < TRIES && !pixels.isEmpty(); i++) {
            if (sender != null) {
                sender.send();
            }
            received.fill((byte) 0);
            if (Boolean.TRUE.equals(receive.make().value())) {
                pixels = wrong(received);
            }
            Thread.sleep(pixels.isEmpty() ? 0 : INTERVAL_MILLIS);
        }
        out.write("value", pixels.isEmpty() ? "all " + SequenceSender.WIDTH * SequenceSender.HEIGHT + " exact" : pixels,
                pixels.startsWith("ReceiveImage") ? "" : pixels);
        receiveByMistake(caller, receiveImage, arguments, received);
    }

    /** What a caller does who takes the order of declaration for that of the vtable. */
    private void receiveByMistake(SlotCaller caller, Slot receiveImage, List<Object> arguments,
            MemorySegment received) {
        Slot called = caller.layout().slots().get(receiveImage.headerIndex());
        if (called.equals(receiveImage)) {
            return;
        }
        SlotCaller.Call mistake = caller.prepareMistaken(called, receiveImage, arguments);
        received.fill((byte) 0);
        step(called.name() + ", taken for ReceiveImage",
                () -> mistake.make().text() + ", pixels: " + wrong(received));
    }

    private static String wrong(MemorySegment received) {
        MemorySegment sent = SequenceSender.picture();
        int wrong = 0;
        boolean zeros = true;
        for (int i = 0; i < SequenceSender.WIDTH * SequenceSender.HEIGHT; i++) {
            int pixel = received.getAtIndex(ValueLayout.JAVA_INT_UNALIGNED, i);
            wrong += pixel == sent.getAtIndex(ValueLayout.JAVA_INT_UNALIGNED, i) ? 0 : 1;
            zeros &= pixel == 0;
        }
        return zeros ? "all zeros" : wrong == 0 ? "" : wrong + " wrong";
    }

    private void step(SlotCaller caller, String name) {
        Optional<Slot> slot = caller.find(name);
        if (slot.isPresent()) {
            out.write("step", name);
            NativeAnswer answer = caller.prepare(slot.get(), new ProbeArguments(slot.get()).values()).make();
            out.write("value", answer.text(), answer.problem());
        }
    }

    private <T> T step(String name, Supplier<T> action) {
        out.write("step", name);
        T value = action.get();
        if (!(value instanceof Process)) {
            out.write("value", value, "");
        }
        return value;
    }
}
