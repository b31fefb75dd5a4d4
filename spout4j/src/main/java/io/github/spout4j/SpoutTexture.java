package io.github.spout4j;

/**
 * A Direct3D 11 texture of spout4j's, for programs that render by themselves: one mip level, one sample, render target and
 * shader resource.
 *
 * <p>All addresses are borrowed: AddRef what is to be kept. The device is used by spout4j too, on other threads; it is
 * switched to multithread protection.
 */
public interface SpoutTexture {
    /** {@return the width in pixels} */
    int width();

    /** {@return the height in pixels} */
    int height();

    /** {@return the texture's DXGI_FORMAT} */
    int dxgiFormat();

    /** {@return the address of the {@code ID3D11Texture2D}} */
    long texture();

    /** {@return the address of the {@code ID3D11Device} that the texture belongs to} */
    long device();

    /**
     * {@return the texture's legacy shared handle} By it other devices open the texture: Direct3D 11
     * ({@code OpenSharedResource}), Direct3D 12 ({@code OpenSharedHandle}), Vulkan
     * ({@code VK_EXTERNAL_MEMORY_HANDLE_TYPE_D3D11_TEXTURE_KMT_BIT}), and OpenGL ({@code GL_HANDLE_TYPE_D3D11_IMAGE_KMT_EXT}). It
     * is not to be closed.
     */
    long shareHandle();

    /** {@return the graphics adapter on which the texture is} */
    Adapter adapter();
}
