package io.github.spout4j.d3d11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.spout4j.PixelFormat;
import java.lang.foreign.MemorySegment;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pixels to the graphics card and back, exact. */
@Direct3DTest
class TextureCopyTest {
    private static final long PATIENCE_MILLIS = 20_000;
    private static final int[][] SIZES = {{1, 1}, {17, 9}, {640, 3}, {3, 200}};
    private static final int RGBA = 28;
    private static final int BGRA = 87;

    private Device device;

    @BeforeEach
    void open() {
        device = Device.on(Adapters.list().getFirst());
    }

    @AfterEach
    void close() {
        device.close();
    }

    /** Direct3D may change the byte that is nothing in BGRX8. */
    private static byte[] random(int bytes, long seed, PixelFormat format) {
        byte[] pixels = random(bytes, seed);
        if (format == PixelFormat.BGRX8) {
            for (int at = 3; at < bytes; at += 4) {
                pixels[at] = (byte) 0xFF;
            }
        }
        return pixels;
    }

    private static byte[] random(int bytes, long seed) {
        byte[] pixels = new byte[bytes];
        new Random(seed).nextBytes(pixels);
        return pixels;
    }

    private static void write(StagingTexture staging, byte[] pixels, int row) {
        MemorySegment memory = staging.map();
        for (int y = 0; y * row < pixels.length; y++) {
            MemorySegment.copy(MemorySegment.ofArray(pixels), (long) y * row, memory, y * staging.rowPitch(), row);
        }
        staging.unmap();
    }

    private static void requireSame(StagingTexture staging, byte[] expected, int row) {
        MemorySegment memory = staging.map();
        assertThat(memory.isReadOnly()).isTrue();
        assertThat(memory.byteSize()).isEqualTo(staging.rowPitch() * expected.length / row);
        for (int y = 0; y * row < expected.length; y++) {
            long at = y * staging.rowPitch();
            assertThat(MemorySegment.mismatch(memory, at, at + row, MemorySegment.ofArray(expected), (long) y * row,
                    (y + 1L) * row)).as("row " + y).isEqualTo(-1);
        }
        staging.unmap();
    }

    private static void copy(Texture source, Texture target, EventQuery query) {
        source.device().copy(source, target, query);
        assertThat(query.await(PATIENCE_MILLIS)).as("the copy is complete").isTrue();
        assertThat(query.isOver()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyFormatGoesThereAndBack(PixelFormat format) {
        int dxgi = format.dxgiFormat();
        try (EventQuery query = new EventQuery(device)) {
            for (int[] size : SIZES) {
                int row = size[0] * format.bytesPerPixel();
                try (StagingTexture up = new StagingTexture(device, size[0], size[1], dxgi,
                        StagingTexture.Purpose.WRITE);
                        Texture first = Texture.shared(device, size[0], size[1], dxgi, Texture.Sharing.PLAIN);
                        Texture second = Texture.shared(device, size[0], size[1], dxgi, Texture.Sharing.NONE);
                        StagingTexture down = new StagingTexture(device, size[0], size[1], dxgi,
                                StagingTexture.Purpose.READ)) {
                    assertThat(first.width()).isEqualTo(size[0]);
                    assertThat(first.height()).isEqualTo(size[1]);
                    assertThat(first.format()).isEqualTo(dxgi);
                    assertThat(first.isPlain()).isTrue();
                    assertThat(first.isKeyed()).isFalse();
                    for (int frame = 0; frame < 3; frame++) {
                        byte[] pixels = random(row * size[1], 31L * dxgi + frame, format);
                        write(up, pixels, row);
                        copy(up.texture(), first, query);
                        copy(first, second, query);
                        copy(second, down.texture(), query);
                        requireSame(down, pixels, row);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aRingOfStagingTexturesKeepsEveryFrame(int depth) {
        int side = 64;
        StagingTexture[] up = new StagingTexture[depth];
        StagingTexture[] down = new StagingTexture[depth];
        EventQuery[] queries = new EventQuery[depth];
        for (int i = 0; i < depth; i++) {
            up[i] = new StagingTexture(device, side, side, RGBA, StagingTexture.Purpose.WRITE);
            down[i] = new StagingTexture(device, side, side, RGBA, StagingTexture.Purpose.READ);
            queries[i] = new EventQuery(device);
        }
        try (Texture shared = Texture.shared(device, side, side, RGBA, Texture.Sharing.PLAIN)) {
            for (int frame = 0; frame < 20 + depth; frame++) {
                int slot = frame % depth;
                if (frame >= depth) {
                    assertThat(queries[slot].await(PATIENCE_MILLIS)).isTrue();
                    requireSame(down[slot], random(side * side * 4, frame - depth), side * 4);
                }
                write(up[slot], random(side * side * 4, frame), side * 4);
                device.copy(up[slot].texture(), shared, null);
                device.copy(shared, down[slot].texture(), queries[slot]);
            }
        } finally {
            for (int i = 0; i < depth; i++) {
                up[i].close();
                down[i].close();
                queries[i].close();
            }
        }
    }

    @Test
    void waitsForTheGpuEndAndLeaveInterruptsAlone() {
        try (Texture source = Texture.shared(device, 4, 4, RGBA, Texture.Sharing.NONE);
                Texture target = Texture.shared(device, 4, 4, RGBA, Texture.Sharing.NONE);
                EventQuery query = new EventQuery(device)) {
            Thread.currentThread().interrupt();
            copy(source, target, query);
            assertThat(Thread.interrupted()).isTrue();
            device.hang(true);
            device.copy(source, target, query);
            long start = System.nanoTime();
            assertThat(query.await(150)).isFalse();
            assertThat((System.nanoTime() - start) / 1_000_000).isBetween(150L, 5000L);
            Thread.currentThread().interrupt();
            assertThat(query.await(20)).isFalse();
            assertThat(Thread.interrupted()).isTrue();
            device.hang(false);
            assertThat(query.await(PATIENCE_MILLIS)).isTrue();
        }
    }

    @Test
    void aUsersTextureIsLookedAtAnewAndNotHeld() {
        UserTexture users = new UserTexture();
        try (Device other = Device.on(device.adapter());
                Texture first = Texture.shared(device, 7, 5, RGBA, Texture.Sharing.NONE);
                Texture second = OddTextures.withTwoMips(other, BGRA)) {
            int before = ComCount.of(first.address());
            int deviceBefore = ComCount.of(device.address());
            users.look(first.address());
            assertThat(users.width()).isEqualTo(7);
            assertThat(users.height()).isEqualTo(5);
            assertThat(users.format()).isEqualTo(RGBA);
            assertThat(users.isPlain()).isTrue();
            assertThat(users.isOn(device)).isTrue();
            assertThat(users.isOn(other)).isFalse();
            try (Device opened = users.openDevice()) {
                assertThat(opened.address()).isEqualTo(device.address());
            }
            assertThat(ComCount.of(first.address())).isEqualTo(before);
            assertThat(ComCount.of(device.address())).isEqualTo(deviceBefore);
            users.look(second.address());
            assertThat(users.width()).isEqualTo(8);
            assertThat(users.format()).isEqualTo(BGRA);
            assertThat(users.isPlain()).isFalse();
            assertThat(users.isOn(device)).isFalse();
            assertThat(users.isOn(other)).isTrue();
        }
    }

    @Test
    void texturesThatSpoutHasNotAreToldApart() {
        try (Texture mips = OddTextures.withTwoMips(device, RGBA);
                Texture slices = OddTextures.withThreeSlices(device, RGBA)) {
            assertThat(mips.isPlain()).isFalse();
            assertThat(slices.isPlain()).isFalse();
        }
    }

    @Test
    void aTextureThatCannotBeIsAnErrorThatNamesIt() {
        for (int[] size : new int[][]{{0, 4}, {4, 0}, {100_000, 4}}) {
            assertThatExceptionOfType(D3dException.class)
                    .isThrownBy(() -> Texture.shared(device, size[0], size[1], RGBA, Texture.Sharing.PLAIN))
                    .withMessageStartingWith(
                            "CreateTexture2D(shared, " + size[0] + " × " + size[1] + ", format 28) failed: ");
        }
    }

    @Test
    void aKeyedMutexHasOneOwner() {
        KeyedMutex mutex = null;
        try (Texture texture = Texture.shared(device, 4, 4, RGBA, Texture.Sharing.KEYED)) {
            assertThat(texture.isKeyed()).isTrue();
            mutex = new KeyedMutex(texture);
            assertThat(mutex.acquire(100)).isEqualTo(KeyedMutex.Result.OWNED);
            assertThat(mutex.acquire(100)).isEqualTo(KeyedMutex.Result.TIMED_OUT);
            mutex.release();
            assertThat(mutex.acquire(100)).isEqualTo(KeyedMutex.Result.OWNED);
            mutex.release();
        } catch (D3dException e) {
            abort("this system has no keyed mutexes: " + e.getMessage());
        } finally {
            if (mutex != null) {
                mutex.close();
            }
        }
    }

    @Test
    void aHandleOpensTheSameTextureWhereTheSystemCanShare() {
        SharedHandles handles = new LegacySharedHandles();
        try (Texture texture = Texture.shared(device, 6, 5, RGBA, Texture.Sharing.PLAIN);
                EventQuery query = new EventQuery(device);
                StagingTexture up = new StagingTexture(device, 6, 5, RGBA, StagingTexture.Purpose.WRITE);
                Device other = Device.on(device.adapter())) {
            long handle;
            try {
                handle = handles.handleOf(texture);
            } catch (D3dException e) {
                assertThat(e).hasMessageStartingWith("GetSharedHandle failed: ");
                abort("this system shares no textures: " + e.getMessage());
                return;
            }
            byte[] pixels = random(6 * 5 * 4, 1);
            write(up, pixels, 6 * 4);
            copy(up.texture(), texture, query);
            try (Texture opened = handles.open(other, handle);
                    EventQuery there = new EventQuery(other);
                    StagingTexture down = new StagingTexture(other, 6, 5, RGBA, StagingTexture.Purpose.READ)) {
                assertThat(opened.width()).isEqualTo(6);
                copy(opened, down.texture(), there);
                requireSame(down, pixels, 6 * 4);
            }
        }
    }

    @Test
    void aHandleOfNothingIsAnErrorThatNamesIt() {
        assertThatExceptionOfType(D3dException.class)
                .isThrownBy(() -> new LegacySharedHandles().open(device, 0xFFFFFFFFC0001002L))
                .withMessageStartingWith("OpenSharedResource(0xffffffffc0001002) failed: ");
    }
}
