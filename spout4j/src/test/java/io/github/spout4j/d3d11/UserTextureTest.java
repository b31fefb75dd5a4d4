package io.github.spout4j.d3d11;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.win32.windows.win32.graphics.direct3d11.D3D11_TEXTURE2D_DESC;
import io.github.spout4j.win32.windows.win32.graphics.direct3d11.ID3D11Device;
import io.github.spout4j.win32.windows.win32.graphics.direct3d11.ID3D11Texture2D;
import io.github.spout4j.win32.windows.win32.graphics.dxgi.common.DXGI_SAMPLE_DESC;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An address at which textures of ours come and go; on every system, as nothing of Direct3D is needed for it. */
class UserTextureTest {
    private final Arena arena = Arena.ofShared();
    private final List<String> calls = new ArrayList<>();
    private final MemorySegment device = ID3D11Device.create(ours(ID3D11Device.class), arena);
    private final MemorySegment texture = ID3D11Texture2D.create(ours(ID3D11Texture2D.class), arena);
    private int width;
    private int samples = 1;

    private <T> T ours(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(UserTextureTest.class.getClassLoader(), new Class<?>[]{type},
                (_, method, arguments) -> answer(type, method, arguments)));
    }

    @SuppressWarnings("restricted")
    private Object answer(Class<?> type, Method method, Object[] arguments) {
        calls.add(type.getSimpleName() + "." + method.getName());
        switch (method.getName()) {
            case "GetDesc" -> {
                MemorySegment desc = ((MemorySegment) arguments[0])
                        .reinterpret(D3D11_TEXTURE2D_DESC.layout().byteSize());
                D3D11_TEXTURE2D_DESC.Width(desc, width);
                D3D11_TEXTURE2D_DESC.Height(desc, 5);
                D3D11_TEXTURE2D_DESC.Format(desc, 87);
                D3D11_TEXTURE2D_DESC.MipLevels(desc, 1);
                D3D11_TEXTURE2D_DESC.ArraySize(desc, 1);
                DXGI_SAMPLE_DESC.Count(D3D11_TEXTURE2D_DESC.SampleDesc(desc), samples);
                return null;
            }
            case "GetDevice" -> {
                ((MemorySegment) arguments[0]).reinterpret(ValueLayout.ADDRESS.byteSize()).set(ValueLayout.ADDRESS, 0,
                        device);
                return null;
            }
            default -> {
                return 0;
            }
        }
    }

    @AfterEach
    void close() {
        arena.close();
    }

    @Test
    void whatIsThereIsAskedForAtEachLook() {
        UserTexture users = new UserTexture();
        width = 3;
        users.look(texture.address());
        assertThat(users.width()).isEqualTo(3);
        assertThat(users.height()).isEqualTo(5);
        assertThat(users.format()).isEqualTo(87);
        assertThat(users.isPlain()).isTrue();
        width = 4;
        samples = 2;
        users.look(texture.address());
        assertThat(users.width()).isEqualTo(4);
        assertThat(users.isPlain()).isFalse();
    }

    @Test
    void theDeviceIsGivenBackAtOnceAndTheTextureLeftAlone() {
        new UserTexture().look(texture.address());
        assertThat(calls).containsExactly("ID3D11Texture2D.GetDesc", "ID3D11Texture2D.GetDevice",
                "ID3D11Device.Release");
    }
}
