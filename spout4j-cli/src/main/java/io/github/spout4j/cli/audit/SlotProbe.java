package io.github.spout4j.cli.audit;

import io.github.spout4j.library.Slot;
import io.github.spout4j.library.SpoutObject;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** One call of one slot, in this process, which it may end. */
final class SlotProbe {
    private final SpoutObject object;
    private final SlotCaller caller;
    private final Slot slot;
    private final String type;

    /** @param type {@link Probe#DECLARED} or the word of a {@link CallType} */
    SlotProbe(SpoutObject object, int number, String type) {
        this.object = object;
        caller = new SlotCaller(object);
        slot = caller.layout().slots().get(number);
        this.type = type;
    }

    void run(ProbeLines out) {
        ProbeArguments arguments = new ProbeArguments(slot);
        SlotCaller.Call call = call(arguments);
        prepare();
        out.write("calling");
        long began = System.nanoTime();
        Object raw = call.makeRaw();
        long nanos = System.nanoTime() - began;
        out.write("returned", nanos);
        NativeAnswer answer = judged(call, call.read(raw), arguments);
        out.write("read", answer.text(), answer.problem());
        cleanUp();
        if (!slot.name().equals("Release")) {
            object.release();
        }
        out.write("released");
    }

    private SlotCaller.Call call(ProbeArguments arguments) {
        if (!declared()) {
            return caller.prepare(slot, arguments.values(), CallType.of(type));
        }
        return holds()
                ? caller.prepareIntOrDouble(slot, HeldRate.INT_HERTZ, HeldRate.DOUBLE_HERTZ)
                : caller.prepare(slot, arguments.values());
    }

    /** The answer, with what is wrong with it. */
    private NativeAnswer judged(SlotCaller.Call call, NativeAnswer answer, ProbeArguments arguments) {
        if (!declared() || !answer.problem().isEmpty()) {
            return answer;
        }
        if (holds()) {
            HeldRate rate = HeldRate.measure(call::makeRaw);
            return new NativeAnswer(rate, rate.problem());
        }
        return new NativeAnswer(answer.value(),
                SlotExpectation.problem(slot, answer.value(), arguments, object.dll().image().versions()));
    }

    private boolean declared() {
        return type.equals(Probe.DECLARED);
    }

    private boolean holds() {
        return slot.name().equals("HoldFps");
    }

    /** What must be before the slot can answer what is expected. */
    private void prepare() {
        MemorySegment name = Arena.global().allocateFrom(ProbeArguments.ownName());
        switch (slot.name()) {
            case "SendFbo", "SendTexture", "ReceiveTexture", "CopyTexture", "ReadTextureData", "InitTexture",
                    "BindSharedTexture", "UnBindSharedTexture", "GetSharedTextureID", "GLformat", "CloseOpenGL" ->
                caller.find("CreateOpenGL").ifPresent(create -> caller
                        .prepare(create, new ProbeArguments(create).values()).make());
            case "GetName" -> caller.call("SetSenderName", name);
            case "GetReceiverName" -> caller.call("SetReceiverName", name);
            case "EndTiming" -> caller.call("StartTiming");
            case "WriteMemoryBuffer", "GetMemoryBufferSize", "DeleteMemoryBuffer" ->
                caller.call("CreateMemoryBuffer", name, ProbeArguments.DATA_BYTES);
            case "ReadMemoryBuffer" -> {
                caller.call("CreateMemoryBuffer", name, ProbeArguments.DATA_BYTES);
                caller.find("WriteMemoryBuffer").ifPresent(write -> caller
                        .prepare(write, new ProbeArguments(write).values()).make());
            }
            default -> {
                // any other answers by itself
            }
        }
    }

    private void cleanUp() {
        switch (slot.name()) {
            case "WriteDwordToRegistry", "WritePathToRegistry", "WriteBinaryToRegistry" ->
                caller.find("RemoveSubKey").ifPresent(remove -> caller
                        .prepare(remove, new ProbeArguments(remove).values()).make());
            default -> {
                // nothing was left
            }
        }
    }
}
