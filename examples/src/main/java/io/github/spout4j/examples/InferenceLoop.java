package io.github.spout4j.examples;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.github.spout4j.Normalisation;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.TensorLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Receives a sender, has a neural network change each picture by ONNX Runtime, and sends it on, until Ctrl-C; tells each second
 * how long that takes. Models take and give 1 × 3 × height × width floats: RGB, 0 to 255; free sizes are the sender's first. Run:
 * {@code examples/run InferenceLoop [SENDER [NAME [MODEL]]]}. Arguments: the sender, else the active one; the name to send
 * under; an ONNX file, else {@link CartoonModel}'s.
 */
public final class InferenceLoop {
    /** When each stage began, and the last one ended, of the frames not told of yet; waiting for a frame is none. */
    private static final long[][] TIMES = new long[4][1000];
    private static int frames;

    private InferenceLoop() {}

    public static void main(String[] args) {
        if (args.length > 3) {
            System.err.println("usage: InferenceLoop [SENDER [NAME [MODEL]]]");
            System.exit(2);
        }
        try (OrtEnvironment ort = OrtEnvironment.getEnvironment();
                OrtSession model = args.length > 2
                        ? ort.createSession(args[2])
                        : ort.createSession(CartoonModel.bytes());
                Spout spout = Spout.open();
                SpoutReceiver found = (args.length > 0 ? spout.receiver(args[0]) : spout.receiver()).open()) {
            IO.println("Waiting for a sender …");
            var source = found.awaitSender(Duration.ofDays(1000)).orElseThrow();
            long[] shape = ((TensorInfo) model.getInputInfo().values().iterator().next().getInfo()).getShape();
            if (shape.length != 4 || shape[1] != 3) {
                throw new IllegalArgumentException("the model does not take 1 × 3 × height × width floats");
            }
            TensorLayout layout = TensorLayout.of(shape[3] > 0 ? (int) shape[3] : source.width(),
                    shape[2] > 0 ? (int) shape[2] : source.height()).normalisation(Normalisation.BYTES);
            long[] size = {1, 3, layout.height(), layout.width()};
            FloatBuffer input = direct(layout), output = direct(layout);
            try (OnnxTensor in = OnnxTensor.createTensor(ort, input, size);
                    OnnxTensor out = OnnxTensor.createTensor(ort, output, size);
                    // By its name, as this program becomes the active sender itself.
                    SpoutReceiver receiver = spout.receiver(source.name()).open();
                    SpoutSender sender = spout.sender(args.length > 1 ? args[1] : source.name() + " cartoon")
                            .size(layout.width(), layout.height()).open()) {
                IO.println("Sending \"" + source.name() + "\" on as \"" + sender.name() + "\"; Ctrl-C ends it.");
                var inputs = Map.of(model.getInputNames().iterator().next(), in);
                var outputs = Map.of(model.getOutputNames().iterator().next(), out);
                for (;;) {
                    if (receiver.receive(Duration.ofMillis(500), frame -> {
                        TIMES[0][frames] = System.nanoTime();
                        frame.copyTo(input, layout);
                    })) {
                        TIMES[1][frames] = System.nanoTime();
                        model.run(inputs, outputs).close();
                        TIMES[2][frames] = System.nanoTime();
                        sender.send(output, layout);
                        TIMES[3][frames++] = System.nanoTime();
                        tellOnceASecond();
                    }
                }
            }
        } catch (OrtException | IllegalArgumentException | SpoutException | LinkageError e) {
            System.err.println(e instanceof LinkageError ? "ONNX Runtime does not run here: " + e : e.getMessage());
            System.exit(e instanceof SpoutException || e instanceof LinkageError ? 1 : 2);
        }
    }

    private static FloatBuffer direct(TensorLayout layout) {
        return ByteBuffer.allocateDirect((int) layout.bytes()).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    private static void tellOnceASecond() {
        if (frames == TIMES[0].length || TIMES[3][frames - 1] - TIMES[0][0] > 1_000_000_000) {
            IO.println("%d frames: receive %.1f ms, inference %.1f ms, send %.1f ms".formatted(frames, median(0),
                    median(1), median(2)));
            frames = 0;
        }
    }

    private static double median(int stage) {
        var nanos = IntStream.range(0, frames).mapToLong(frame -> TIMES[stage + 1][frame] - TIMES[stage][frame]);
        return nanos.sorted().skip(frames / 2).findFirst().orElseThrow() / 1e6;
    }
}
