package io.github.spout4j.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.spout4j.Adapter;
import io.github.spout4j.SpoutException;
import io.github.spout4j.d3d11.Adapters;
import io.github.spout4j.d3d11.Device;
import io.github.spout4j.d3d11.Direct3DTest;
import io.github.spout4j.d3d11.InProcessHandles;
import io.github.spout4j.d3d11.SharedHandles;
import io.github.spout4j.d3d11.Texture;
import io.github.spout4j.testing.Logged;
import io.github.spout4j.transport.FrameShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which adapter a sender's texture is on is found by trying. */
@Direct3DTest
class AdapterSearchTest {
    private static final FrameShape SHAPE = TextureWay.rgba(4, 4);

    private final Adapter real = Adapters.list().getFirst();
    /** The same adapter, taken for another one. */
    private final Adapter other = new Adapter(real.index(), "Second GPU", 0x8086, 0, false, false, real.luid() + 1);
    private final List<String> tried = new ArrayList<>();

    /** A texture that opens on one adapter alone. */
    private final class OnOneAdapter implements SharedHandles {
        private final InProcessHandles handles = new InProcessHandles();
        private Adapter home = real;

        @Override
        public long handleOf(Texture texture) {
            return handles.handleOf(texture);
        }

        @Override
        public Texture open(Device device, long handle) {
            tried.add(device.adapter().name());
            return device.adapter().equals(home) ? handles.open(device, handle) : handles.open(device, 1);
        }
    }

    private void open(TextureSystem system, long handle, Adapter preferred) {
        system.open("the sender \"A\"", handle, Optional.ofNullable(preferred), (device, texture) -> {
            texture.close();
            system.giveBack(device);
            return null;
        });
    }

    @Test
    void theOneOnWhichItOpensIsUsedAndTold() {
        TextureSystem system = new TextureSystem(new OnOneAdapter());
        try (SharedTexture texture = system.make(SHAPE, Optional.of(real), Texture.Sharing.PLAIN);
                Logged logged = Logged.by("io.github.spout4j")) {
            open(system, texture.handle(), other);
            assertThat(tried).startsWith("Second GPU").endsWith(real.name()).hasSize(2);
            assertThat(logged.lines()).singleElement().asString().startsWith("INFO").contains("the sender \"A\"")
                    .contains(real.name());
        }
    }

    @Test
    void theFirstOneIsNothingToTell() {
        TextureSystem system = new TextureSystem(new OnOneAdapter());
        try (SharedTexture texture = system.make(SHAPE, Optional.of(real), Texture.Sharing.PLAIN);
                Logged logged = Logged.by("io.github.spout4j")) {
            open(system, texture.handle(), real);
            open(system, texture.handle(), null);
            assertThat(tried).containsExactly(real.name(), real.name());
            assertThat(logged.lines()).isEmpty();
        }
    }

    @Test
    void whatWasFoundIsTriedFirstTheNextTime() {
        OnOneAdapter handles = new OnOneAdapter();
        handles.home = other;
        TextureSystem system = new TextureSystem(handles);
        try (SharedTexture texture = system.make(SHAPE, Optional.of(other), Texture.Sharing.PLAIN)) {
            open(system, texture.handle(), other);
            open(system, texture.handle(), null);
            assertThat(tried).containsExactly("Second GPU", "Second GPU");
            assertThat(system.locate(texture.handle())).contains(other);
        }
    }

    @Test
    void whereNoneOpensItTheErrorTellsAllThatWasTried() {
        OnOneAdapter handles = new OnOneAdapter();
        handles.home = new Adapter(9, "none", 0, 0, false, false, 0);
        TextureSystem system = new TextureSystem(handles);
        try (SharedTexture texture = system.make(SHAPE, Optional.of(real), Texture.Sharing.PLAIN)) {
            assertThatExceptionOfType(SpoutException.class).isThrownBy(() -> open(system, texture.handle(), other))
                    .withMessageContaining("the sender \"A\"")
                    .withMessageContaining("0x" + Long.toHexString(texture.handle()))
                    .withMessageContaining("Second GPU): E_INVALIDARG (0x80070057)")
                    .withMessageContaining(real.name() + "): E_INVALIDARG (0x80070057)");
            assertThat(system.locate(texture.handle())).isEmpty();
        }
    }

    @Test
    void anAdapterThatIsGoneIsOneThatDoesNotOpenIt() {
        TextureSystem system = new TextureSystem(new OnOneAdapter());
        Adapter gone = new Adapter(99, "unplugged", 0, 0, false, false, 4711);
        try (SharedTexture texture = system.make(SHAPE, Optional.of(real), Texture.Sharing.PLAIN)) {
            open(system, texture.handle(), gone);
            assertThat(tried).containsExactly(real.name());
            assertThatExceptionOfType(SpoutException.class).isThrownBy(() -> open(system, 77, gone))
                    .withMessageContaining("unplugged): DXGI_ERROR_NOT_FOUND");
        }
    }
}
