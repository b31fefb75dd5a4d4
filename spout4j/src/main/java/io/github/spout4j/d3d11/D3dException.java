package io.github.spout4j.d3d11;

import io.github.spout4j.SpoutException;

/** A call of Direct3D or DXGI failed. */
public class D3dException extends SpoutException {
    private static final long serialVersionUID = 1L;

    private final int code;

    D3dException(String call, int code) {
        super(call + " failed: " + HResult.describe(code));
        this.code = code;
    }

    /** The HRESULT. */
    public int code() {
        return code;
    }

    /** The HRESULT's name and number, without the call. */
    public String reason() {
        return HResult.describe(code);
    }
}
