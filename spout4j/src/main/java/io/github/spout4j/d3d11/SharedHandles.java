package io.github.spout4j.d3d11;

/** How a texture gets from one device to another, which may be in another process: by a legacy shared handle. */
public interface SharedHandles {
    /**
     * The handle by which others open the texture. It is a number of the whole system, lives as long as the texture, and
     * is not to be closed.
     *
     * @throws D3dException where the system cannot share
     */
    long handleOf(Texture texture);

    /**
     * Opens a texture by its handle, whoever made that; to be closed by the caller.
     *
     * @throws D3dException where the handle is none, or is one of another adapter
     */
    Texture open(Device device, long handle);
}
