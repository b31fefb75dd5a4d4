package io.github.spout4j.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.kernel.NamedMemory;
import io.github.spout4j.kernel.NamedMutex;
import io.github.spout4j.kernel.NamedSemaphore;
import io.github.spout4j.protocol.NameBytes;
import io.github.spout4j.protocol.SenderTable;
import io.github.spout4j.protocol.SharedTextureInfo;
import io.github.spout4j.protocol.SharedTextureInfoCodec;
import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.LockHolder;
import io.github.spout4j.testing.TestSystem;
import io.github.spout4j.testing.UniqueName;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whether the peer is as bad as the SDK, and no worse. By named objects alone: no receiver of ours takes part. */
class SdkSenderTest {
    private static final double MILLI = 1e6;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KernelSystem system = TestSystem.open();
    private final KernelObjects objects = system.objects();

    private static SdkSenderOptions options(String... words) {
        return SdkSenderOptions.of("name=" + UniqueName.of("peer")).with(words);
    }

    private boolean isListed(String name) {
        NameBytes bytes = NameBytes.of(system.names().encode(name).orElseThrow());
        try (NamedMemory directory = objects.openMemory("SpoutSenderNames").orElseThrow();
                NamedMutex mutex = objects.createMutex("SpoutSenderNames_mutex")) {
            assertThat(mutex.acquire(1000).owned()).isTrue();
            try {
                return SenderTable.decode(directory.segment()).contains(bytes);
            } finally {
                mutex.release();
            }
        }
    }

    @Test
    void itIsListedAndItsInfoIsThatOfMemoryShareAndCarriesNoMark() {
        SdkSenderOptions options = options("size=64x48");
        try (NamedMemory directory = objects.createMemory("SpoutSenderNames", SenderTable.bytes(64))) {
            assertThat(directory.size()).isPositive();
            try (SdkSender sender = SdkSender.ofMemory(options);
                    NamedMemory info = objects.openMemory(options.name()).orElseThrow()) {
                sender.awaitFirst();
                assertThat(isListed(options.name())).isTrue();
                SharedTextureInfo told = SharedTextureInfoCodec.read(info.segment(), 0, system.names());
                assertThat(told.shareHandle()).isZero();
                assertThat(told.width()).isEqualTo(64);
                assertThat(told.height()).isEqualTo(48);
                assertThat(told.usage()).isZero();
                assertThat(told.partnerId()).isZero();
                assertThat(objects.openSemaphore(options.name() + "_Count_Semaphore")).as("does not count").isEmpty();
            }
            assertThat(isListed(options.name())).isFalse();
            assertThat(objects.memoryExists(options.name())).isFalse();
        }
    }

    @Test
    void memoryIsWrittenUnderTheLock() {
        SdkSenderOptions options = options("hz=144");
        try (SdkSender sender = SdkSender.ofMemory(options)) {
            sender.awaitFirst();
            try (BareEye eye = new BareEye(objects, options)) {
                Set<Integer> seen = new HashSet<>();
                for (int look = 0; look < 300 || seen.size() < 5; look++) {
                    int number = eye.look();
                    assertThat(number).isNotEqualTo(PictureReader.TORN);
                    seen.add(number);
                }
            }
        }
    }

    @Test
    void latePixelsComeAfterTheCountFromTopToBottomOutsideOfTheLock() {
        SdkSenderOptions options = options("counted=true", "late=8", "gap=2", "hz=50");
        boolean oldAfterCount = false;
        boolean torn = false;
        SentFrames sent;
        try (SdkSender sender = SdkSender.ofMemory(options)) {
            sender.awaitFirst();
            sent = sender.sent();
            try (BareEye eye = new BareEye(objects, options);
                    NamedSemaphore count = objects.openSemaphore(options.name() + "_Count_Semaphore").orElseThrow()) {
                long end = System.nanoTime() + 20_000_000_000L;
                while (!(oldAfterCount && torn) && System.nanoTime() < end) {
                    int counted = count.count() - 1;
                    int number = eye.look();
                    torn |= number == PictureReader.TORN && top(eye, options) > bottom(eye, options);
                    oldAfterCount |= number != PictureReader.TORN && number < counted;
                }
            }
        }
        assertThat(oldAfterCount).as("the old picture when the new one is counted").isTrue();
        assertThat(torn).as("parts of two, the newer above").isTrue();
        assertThat(sent.all().values()).allSatisfy(times -> {
            assertThat((times.complete() - times.issued()) / MILLI).isGreaterThanOrEqualTo(8);
            assertThat((times.complete() - times.began()) / MILLI).isGreaterThanOrEqualTo(2);
        });
    }

    private static int top(BareEye eye, SdkSenderOptions options) {
        return numberOfRow(eye, options, 0);
    }

    private static int bottom(BareEye eye, SdkSenderOptions options) {
        return numberOfRow(eye, options, options.height() - 1);
    }

    private static int numberOfRow(BareEye eye, SdkSenderOptions options, int row) {
        int pixel = eye.pixels().get(NumberedPicture.PIXEL, 4L * options.width() * row);
        return NumberedPicture.number(NumberedPicture.colourOf(pixel, PixelFormat.RGBA8), row);
    }

    @Test
    void aFrameForWhichTheLockIsNotFreeIsDropped() {
        SdkSenderOptions options = options("hz=50");
        try (SdkSender sender = SdkSender.ofMemory(options)) {
            sender.awaitFirst();
            long held;
            try (LockHolder _ = LockHolder.of(objects, options.name() + "_map_mutex")) {
                held = System.nanoTime();
                pause(300);
            }
            long free = held + 300_000_000;
            Await.until("it goes on", PATIENCE,
                    () -> sender.sent().all().values().stream().anyMatch(times -> times.began() > free));
            TreeMap<Integer, SentFrames.Times> all = sender.sent().all();
            assertThat(all.values()).noneMatch(times -> times.began() > held && times.complete() < free);
            assertThat(all.lastKey()).as("no number is left out").isEqualTo(all.size());
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theRateIsHeld() {
        SdkSenderOptions options = options("hz=59.94");
        SentFrames sent;
        try (SdkSender sender = SdkSender.ofMemory(options)) {
            sender.awaitFirst();
            sent = sender.sent();
            Await.until("60 frames", PATIENCE, () -> sender.sent().all().size() >= 60);
        }
        long[] issued = sent.all().values().stream().mapToLong(SentFrames.Times::issued).toArray();
        double[] periods = IntStream.range(1, issued.length).mapToDouble(i -> (issued[i] - issued[i - 1]) / MILLI)
                .sorted().toArray();
        assertThat(periods[periods.length / 2]).as("the middle one").isBetween(15.7, 17.7);
    }

    @Test
    void logsSurviveBeingWritten() {
        SentFrames sent = new SentFrames();
        sent.add(3, new SentFrames.Times(1, 2, Long.MAX_VALUE, 5));
        sent.add(4, new SentFrames.Times(-1, -2, -3, 0));
        assertThat(SentFrames.parse(sent.text()).all()).isEqualTo(sent.all());
        assertThat(SentFrames.parse("").all()).isEmpty();
    }
}
