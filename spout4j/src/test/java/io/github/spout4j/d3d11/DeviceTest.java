package io.github.spout4j.d3d11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.spout4j.Adapter;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Adapters, devices on them, and who holds them. */
@Direct3DTest
class DeviceTest {
    private static final int NOT_FOUND = 0x887A0002;
    private static final int RGBA = 28;

    private final List<Adapter> adapters = Adapters.list();

    @Test
    void adaptersAreListedInOrder() {
        assertThat(adapters).isNotEmpty().doesNotHaveDuplicates().isEqualTo(Adapters.list());
        for (int i = 0; i < adapters.size(); i++) {
            Adapter adapter = adapters.get(i);
            assertThat(adapter.index()).isEqualTo(i);
            assertThat(adapter.name()).isNotBlank().doesNotContain("\0");
            assertThat(adapter.dedicatedMemory()).isNotNegative();
        }
    }

    @Test
    void anAdapterThatIsNotThereIsAnError() {
        Adapter gone = new Adapter(99, "gone", 0, 0, false, false, 1);
        assertThatExceptionOfType(D3dException.class).isThrownBy(() -> Device.on(gone))
                .withMessage("EnumAdapters1(99) failed: DXGI_ERROR_NOT_FOUND (0x887A0002)")
                .satisfies(e -> assertThat(e.code()).isEqualTo(NOT_FOUND));
    }

    @Test
    void everyAdapterHasADevice() {
        for (Adapter adapter : adapters) {
            Device device = Device.on(adapter);
            assertThat(device.adapter()).isEqualTo(adapter);
            assertThat(device.isLost()).isFalse();
            try (Device again = device.again()) {
                assertThat(again.address()).isEqualTo(device.address()).isNotZero();
                device.close();
                device.close();
                try (Texture texture = Texture.shared(again, 4, 4, RGBA, Texture.Sharing.NONE)) {
                    assertThat(texture.device()).isSameAs(again);
                }
            }
        }
    }

    @Test
    void aLostDeviceSaysSoInEveryCall() {
        try (Device device = Device.on(adapters.getFirst());
                Texture texture = Texture.shared(device, 4, 4, RGBA, Texture.Sharing.NONE);
                StagingTexture staging = new StagingTexture(device, 4, 4, RGBA, StagingTexture.Purpose.READ);
                EventQuery query = new EventQuery(device)) {
            device.lose();
            assertThat(device.isLost()).isTrue();
            lost("CreateTexture2D", () -> Texture.shared(device, 4, 4, RGBA, Texture.Sharing.NONE));
            lost("CreateQuery", () -> new EventQuery(device));
            lost("CopyResource", () -> device.copy(texture, staging.texture(), query));
            lost("GetData", () -> query.await(100));
            lost("Map", staging::map);
            lost("OpenSharedResource", () -> new LegacySharedHandles().open(device, 1));
        }
    }

    private static void lost(String call, Runnable use) {
        assertThatExceptionOfType(DeviceLostException.class).isThrownBy(use::run).withMessageStartingWith(call)
                .withMessageContaining("DXGI_ERROR_DEVICE_REMOVED");
    }

    @Test
    void aCallThatTellsOfTheLossIsRemembered() {
        try (Device device = Device.on(adapters.getFirst())) {
            assertThatExceptionOfType(D3dException.class).isThrownBy(() -> device.check(NOT_FOUND, "A"));
            assertThat(device.isLost()).isFalse();
            assertThatExceptionOfType(DeviceLostException.class).isThrownBy(() -> device.check(0x887A0007, "B"));
            assertThat(device.isLost()).isTrue();
            lost("C", () -> device.check(HResult.S_OK, "C"));
        }
    }

    @Test
    void anAdapterHasOneDeviceUntilItsLastUserGivesItBack() {
        Devices devices = new Devices();
        Adapter adapter = adapters.getFirst();
        Device first = devices.take(adapter);
        assertThat(devices.take(adapter)).isSameAs(first);
        devices.giveBack(first);
        assertThat(first.address()).isNotZero();
        devices.giveBack(first);
        assertThatIllegalStateException().isThrownBy(first::address).withMessageContaining("released");
        devices.giveBack(first);
        Device second = devices.take(adapter);
        assertThat(second).isNotSameAs(first);
        devices.giveBack(second);
        assertThat(ComReference.live()).isEmpty();
    }

    @Test
    void aLostDeviceIsReplacedAndEndsWithItsOwnLastUser() {
        Devices devices = new Devices();
        Adapter adapter = adapters.getFirst();
        Device old = devices.take(adapter);
        devices.take(adapter);
        old.lose();
        Device next = devices.take(adapter);
        assertThat(next).isNotSameAs(old);
        assertThat(devices.take(adapter)).isSameAs(next);
        devices.giveBack(old);
        assertThat(old.address()).isNotZero();
        devices.giveBack(old);
        assertThatIllegalStateException().isThrownBy(old::address);
        assertThat(next.address()).isNotZero();
        devices.giveBack(next);
        devices.giveBack(next);
        assertThat(ComReference.live()).isEmpty();
    }

    @Test
    void aReferenceIsGivenBackOnceAndALeakTellsWhereItWasMade() {
        try (Device device = Device.on(adapters.getFirst())) {
            int before = ComCount.of(device.address());
            ComReference reference = ComReference.to(MemorySegment.ofAddress(device.address()), "more of it");
            assertThat(ComReference.live()).anySatisfy(made -> {
                assertThat(made).hasMessage("more of it");
                assertThat(made.getStackTrace()).extracting(StackTraceElement::getClassName)
                        .contains(DeviceTest.class.getName());
            });
            assertThat(ComCount.of(device.address())).isEqualTo(before + 1);
            reference.close();
            reference.close();
            assertThat(ComCount.of(device.address())).isEqualTo(before);
            assertThat(ComReference.live()).noneSatisfy(made -> assertThat(made).hasMessage("more of it"));
            assertThatIllegalStateException().isThrownBy(reference::object).withMessageContaining("more of it");
        }
    }

    private static UserTexture lookedAt(Texture texture) {
        UserTexture users = new UserTexture();
        users.look(texture.address());
        return users;
    }

    @Test
    void nothingMadeIsLeftInDirect3D() {
        try (Device device = Device.on(adapters.getFirst())) {
            int before = ComCount.of(device.address());
            for (int i = 0; i < 1000; i++) {
                try (Texture texture = Texture.shared(device, 4, 4, RGBA, Texture.Sharing.PLAIN);
                        StagingTexture staging = new StagingTexture(device, 4, 4, RGBA, StagingTexture.Purpose.WRITE);
                        EventQuery query = new EventQuery(device);
                        Device again = device.again();
                        Device usersDevice = lookedAt(texture).openDevice()) {
                    staging.map();
                    staging.unmap();
                    device.copy(staging.texture(), texture, query);
                    assertThat(again.address()).isEqualTo(usersDevice.address());
                }
            }
            assertThat(ComCount.of(device.address())).isEqualTo(before);
        }
    }
}
