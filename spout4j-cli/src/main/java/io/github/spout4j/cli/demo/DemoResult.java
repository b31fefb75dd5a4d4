package io.github.spout4j.cli.demo;

import io.github.spout4j.cli.FrameSize;
import io.github.spout4j.cli.JsonWriter;
import io.github.spout4j.cli.Style;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the demo counts. */
final class DemoResult {
    private final Map<Long, Long> sentAt = new HashMap<>();
    private final Map<Long, Long> receivedAt = new HashMap<>();
    private long attempts;
    private long firstReceived;
    private long lastReceived;
    private long wrongPixels;
    private long wrongFrames;
    private String way = "";

    /** @param description how the pixels went, for people */
    void way(String description) {
        way = description;
    }

    void sent(long number, long nanoTime) {
        attempts += WarmUp.covers(number) ? 0 : 1;
        sentAt.put(number, nanoTime);
    }

    void dropped(long number) {
        attempts += WarmUp.covers(number) ? 0 : 1;
    }

    void received(long number, long nanoTime, long wrong) {
        wrongPixels += wrong;
        wrongFrames += wrong > 0 ? 1 : 0;
        if (WarmUp.covers(number)) {
            return;
        }
        if (receivedAt.isEmpty()) {
            firstReceived = nanoTime;
        }
        lastReceived = nanoTime;
        receivedAt.put(number, nanoTime);
    }

    boolean good() {
        return wrongPixels == 0 && !receivedAt.isEmpty();
    }

    int received() {
        return receivedAt.size();
    }

    long wrongPixels() {
        return wrongPixels;
    }

    /** The number of the last frame that was sent. */
    long lastNumber() {
        return sentAt.isEmpty() ? 0 : Collections.max(sentAt.keySet());
    }

    /** Received frames a second (Hz); 0 before the second frame. */
    double fps() {
        return receivedAt.size() < 2 ? 0 : (receivedAt.size() - 1) * 1e9 / (lastReceived - firstReceived);
    }

    /** From the sender's call until the receiver has the pixels, in ms, for {@code share} (0 to 1) of the frames. */
    double latency(double share) {
        List<Long> latencies = new ArrayList<>();
        receivedAt.forEach((number, at) -> {
            Long began = sentAt.get(number);
            if (began != null) {
                latencies.add(at - began);
            }
        });
        if (latencies.isEmpty()) {
            return Double.NaN;
        }
        Collections.sort(latencies);
        return latencies.get((int) Math.ceil(share * latencies.size()) - 1) / 1e6;
    }

    String json(FrameSize size, String file) {
        JsonWriter json = new JsonWriter().beginObject().name("through").value(way);
        json.name("width").value(size.width()).name("height").value(size.height());
        json.name("sent").value(attempts).name("received").value(received());
        json.name("fps").value(fps());
        json.name("medianMilliseconds").value(latency(0.5)).name("p99Milliseconds").value(latency(0.99));
        json.name("wrongPixels").value(wrongPixels).name("wrongFrames").value(wrongFrames);
        json.name("picture");
        return (received() == 0 ? json.nothing() : json.value(file)).end().toString();
    }

    String summary(FrameSize size, String file, Style style) {
        long pixels = received() * (long) size.width() * size.height();
        String wrong = wrongPixels == 0
                ? style.green("0 wrong")
                : style.red(String.format(Locale.ROOT, "%,d wrong in %d frames", wrongPixels, wrongFrames));
        return String.format(Locale.ROOT, """
                through  %s
                frames   %d sent, %d received, %d lost
                speed    %.1f fps at %s
                latency  median %.2f ms, p99 %.2f ms
                pixels   %,d compared, %s
                picture  %s
                """, way, attempts, received(), attempts - received(), fps(), size, latency(0.5), latency(0.99), pixels,
                wrong, received() == 0 ? "none" : file);
    }
}
