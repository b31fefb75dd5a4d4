// Holds a rate as the SDK does: sleeps for what is left of the interval since the last call.
#pragma once

#include "windows.h"

class Pace {
    long long last = 0;

public:
    void hold(double fps) {
        if (!(fps >= 1)) {
            return;
        }
        long long second, now;
        QueryPerformanceFrequency(&second);
        QueryPerformanceCounter(&now);
        const double left = 1000 / fps - 1000.0 * (now - last) / second;
        if (last != 0 && left > 0) {
            WaitForSingleObject(reinterpret_cast<HANDLE>(-1), static_cast<DWORD>(left + 1));
        }
        QueryPerformanceCounter(&last);
    }
};
