package io.github.spout4j.d3d11;

import static io.github.spout4j.win32.windows.win32.graphics.dxgi.Constants.DXGI_ERROR_DEVICE_HUNG;
import static io.github.spout4j.win32.windows.win32.graphics.dxgi.Constants.DXGI_ERROR_DEVICE_REMOVED;
import static io.github.spout4j.win32.windows.win32.graphics.dxgi.Constants.DXGI_ERROR_DEVICE_RESET;
import static io.github.spout4j.win32.windows.win32.graphics.dxgi.Constants.DXGI_ERROR_NOT_FOUND;
import static io.github.spout4j.win32.windows.win32.graphics.dxgi.Constants.DXGI_ERROR_WAS_STILL_DRAWING;

import java.util.Map;

/** What a COM call returns: below 0 is a failure. */
final class HResult {
    static final int S_OK = 0;
    /** For event queries: not yet. */
    static final int S_FALSE = 1;

    private static final Map<Integer, String> NAMES = Map.ofEntries(Map.entry(0x80004001, "E_NOTIMPL"),
            Map.entry(0x80004002, "E_NOINTERFACE"), Map.entry(0x80004005, "E_FAIL"),
            Map.entry(0x80070005, "E_ACCESSDENIED"), Map.entry(0x80070006, "E_HANDLE"),
            Map.entry(0x8007000E, "E_OUTOFMEMORY"), Map.entry(0x80070057, "E_INVALIDARG"),
            Map.entry(0x887A0001, "DXGI_ERROR_INVALID_CALL"), Map.entry(0x887A0004, "DXGI_ERROR_UNSUPPORTED"),
            Map.entry(0x887A0020, "DXGI_ERROR_DRIVER_INTERNAL_ERROR"),
            Map.entry(DXGI_ERROR_NOT_FOUND, "DXGI_ERROR_NOT_FOUND"),
            Map.entry(DXGI_ERROR_WAS_STILL_DRAWING, "DXGI_ERROR_WAS_STILL_DRAWING"),
            Map.entry(DXGI_ERROR_DEVICE_REMOVED, "DXGI_ERROR_DEVICE_REMOVED"),
            Map.entry(DXGI_ERROR_DEVICE_HUNG, "DXGI_ERROR_DEVICE_HUNG"),
            Map.entry(DXGI_ERROR_DEVICE_RESET, "DXGI_ERROR_DEVICE_RESET"));

    private HResult() {}

    /**
     * @param call what was called, for people
     * @throws DeviceLostException where the device is gone
     * @throws D3dException        where the call failed
     */
    static void check(int code, String call) {
        if (code < 0) {
            throw tellsLoss(code) ? new DeviceLostException(call, code) : new D3dException(call, code);
        }
    }

    private static boolean tellsLoss(int code) {
        return code == DXGI_ERROR_DEVICE_REMOVED || code == DXGI_ERROR_DEVICE_HUNG || code == DXGI_ERROR_DEVICE_RESET;
    }

    /** Name and number. */
    static String describe(int code) {
        String number = "0x%08X".formatted(code);
        String name = NAMES.get(code);
        return name == null ? number : name + " (" + number + ")";
    }
}
