package io.github.spout4j.library;

import static io.github.spout4j.library.Calls.bool;

/** DirectX. */
public sealed interface SpoutDirectX permits SpoutLibrary {
    /**
     * Makes what sharing needs of DirectX.
     *
     * @return whether that worked
     */
    default boolean openDirectX() {
        return bool(Calls.of(this).call(Sdk.OPEN_DIRECTX));
    }

    /** Ends that. */
    default void closeDirectX() {
        Calls.of(this).call(Sdk.CLOSE_DIRECTX);
    }

    /**
     * Makes a D3D11 device.
     *
     * @return whether that worked
     */
    default boolean openDirectX11() {
        return bool(Calls.of(this).call(Sdk.OPEN_DIRECTX11, 0));
    }

    /**
     * Uses a D3D11 device.
     *
     * @param device an ID3D11Device's address, the caller's own; 0 makes one
     * @return whether that worked
     */
    default boolean openDirectX11(long device) {
        return bool(Calls.of(this).call(Sdk.OPEN_DIRECTX11, device));
    }

    /** Ends the device. */
    default void closeDirectX11() {
        Calls.of(this).call(Sdk.CLOSE_DIRECTX11);
    }

    /** {@return the address of the ID3D11Device; 0 for none} */
    default long getDX11Device() {
        return Calls.of(this).call(Sdk.GET_DX11_DEVICE);
    }

    /** {@return the address of the device's context; official builds of 2.007.017 return the device} */
    default long getDX11Context() {
        return Calls.of(this).call(Sdk.GET_DX11_CONTEXT);
    }
}
