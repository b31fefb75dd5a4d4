package io.github.spout4j.d3d11;

/** The device was removed or reset: all that was made with it is gone; make a new device. */
public final class DeviceLostException extends D3dException {
    private static final long serialVersionUID = 1L;

    DeviceLostException(String call, int code) {
        super(call, code);
    }
}
