package io.github.spout4j.library;

/** Formats of textures. */
public sealed interface SpoutFormats permits SpoutLibrary {
    /** {@return the DXGI_FORMAT number of the textures of this object} */
    default int getDX11format() {
        return (int) Calls.of(this).call(Sdk.GET_DX11_FORMAT);
    }

    /**
     * Sets it.
     *
     * @param dxgiFormat a DXGI_FORMAT number
     */
    default void setDX11format(int dxgiFormat) {
        Calls.of(this).call(Sdk.SET_DX11_FORMAT, dxgiFormat);
    }

    /**
     * The DXGI_FORMAT of a GL format.
     *
     * @param glFormat an internal format, such as 0x8058 (GL_RGBA8)
     * @return its number
     */
    default int dx11format(int glFormat) {
        return (int) Calls.of(this).call(Sdk.DX11_FORMAT, glFormat);
    }

    /**
     * The GL format of a DXGI_FORMAT.
     *
     * @param dxgiFormat a DXGI_FORMAT number
     * @return its number
     */
    default int gldxformat(int dxgiFormat) {
        return (int) Calls.of(this).call(Sdk.GLDX_FORMAT, dxgiFormat);
    }

    /**
     * The internal format of a texture.
     *
     * @param textureId the name of a GL texture
     * @param textureTarget the texture's target, such as 0x0DE1 (GL_TEXTURE_2D)
     * @return its number
     */
    default int glformat(int textureId, int textureTarget) {
        return (int) Calls.of(this).call(Sdk.GL_FORMAT, textureId, textureTarget);
    }

    /**
     * The name of a GL format.
     *
     * @param glFormat an internal format, such as 0x8058 (GL_RGBA8)
     * @return its name
     */
    default String glformatName(int glFormat) {
        return Calls.of(this).string(Sdk.GL_FORMAT_NAME, glFormat);
    }
}
