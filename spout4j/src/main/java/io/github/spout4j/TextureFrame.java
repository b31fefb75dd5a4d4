package io.github.spout4j;

/**
 * A frame that stays on the graphics card: a Direct3D 11 texture of the receiver's own, for programs that render by
 * themselves. It and all that it tells belong to the receiver, and hold until that receives again or is closed; the same
 * object is handed out each time.
 *
 * <p>The texture: one mip level, one sample, render target and shader resource. All addresses are borrowed: AddRef what is
 * to be kept. The device is used by spout4j too, on other threads; it is switched to multithread protection.
 *
 * {@snippet file="Receiving.java" region="textures"}
 */
public interface TextureFrame {
    /** {@return the width in pixels} */
    int width();

    /** {@return the height in pixels} */
    int height();

    /** {@return the texture's DXGI_FORMAT} */
    int dxgiFormat();

    /** {@return the number of this frame, as {@link SpoutFrame#number}} */
    long number();

    /** {@return the address of the {@code ID3D11Texture2D}} The frame is complete in it: its copy has been waited for. */
    long texture();

    /** {@return the address of the {@code ID3D11Device} that the texture belongs to} */
    long device();

    /**
     * {@return the texture's legacy shared handle} By it other devices open the texture: Direct3D 11
     * ({@code OpenSharedResource}), Direct3D 12 ({@code OpenSharedHandle}), and Vulkan
     * ({@code VK_EXTERNAL_MEMORY_HANDLE_TYPE_D3D11_TEXTURE_KMT_BIT}). It stays the same from frame to frame until size or format
     * change, and is not to be closed.
     */
    long shareHandle();

    /** {@return the graphics adapter on which the texture is} */
    Adapter adapter();
}
