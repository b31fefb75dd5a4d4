// The few names of Windows and OpenGL that the stand-in needs: there is no Windows SDK where it is compiled.
#pragma once

using BOOL = int;
typedef unsigned int UINT;
typedef unsigned long DWORD;
typedef const char* LPCSTR;
typedef void* HANDLE;
typedef struct HWND__* HWND;
typedef struct HICON__* HICON;
typedef struct HKEY__* HKEY;
typedef struct HINSTANCE__* HMODULE;
typedef struct tagPOINT {
    long x;
    long y;
} POINT;
typedef unsigned int GLuint;
typedef unsigned int GLenum;
typedef int GLint;
struct ID3D11Texture2D;
enum DXGI_FORMAT { DXGI_FORMAT_UNKNOWN = 0, DXGI_FORMAT_R8G8B8A8_UNORM = 28, DXGI_FORMAT_B8G8R8A8_UNORM = 87 };

using size = unsigned long long;

extern "C" {
__declspec(dllimport) HANDLE GetProcessHeap();
__declspec(dllimport) void* HeapAlloc(HANDLE heap, DWORD flags, size bytes);
__declspec(dllimport) BOOL HeapFree(HANDLE heap, DWORD flags, void* block);
__declspec(dllimport) BOOL HeapValidate(HANDLE heap, DWORD flags, const void* block);
__declspec(dllimport) size HeapSize(HANDLE heap, DWORD flags, const void* block);
__declspec(dllimport) DWORD GetCurrentThreadId();
__declspec(dllimport) DWORD GetEnvironmentVariableA(const char* name, char* value, DWORD bytes);
__declspec(dllimport) DWORD GetModuleFileNameA(HMODULE module, char* path, DWORD bytes);
__declspec(dllimport) HMODULE GetModuleHandleA(const char* name);
__declspec(dllimport) BOOL QueryPerformanceCounter(long long* ticks);
__declspec(dllimport) BOOL QueryPerformanceFrequency(long long* ticks);
__declspec(dllimport) HANDLE CreateFileMappingA(
    HANDLE file, void* security, DWORD protection, DWORD sizeHigh, DWORD sizeLow, const char* name);
__declspec(dllimport) HANDLE OpenFileMappingA(DWORD access, BOOL inherit, const char* name);
__declspec(dllimport) void* MapViewOfFile(HANDLE mapping, DWORD access, DWORD offsetHigh, DWORD offsetLow, size bytes);
__declspec(dllimport) BOOL UnmapViewOfFile(const void* view);
__declspec(dllimport) HANDLE CreateMutexA(void* security, BOOL owned, const char* name);
__declspec(dllimport) BOOL ReleaseMutex(HANDLE mutex);
__declspec(dllimport) HANDLE CreateEventA(void* security, BOOL manual, BOOL set, const char* name);
__declspec(dllimport) BOOL SetEvent(HANDLE event);
__declspec(dllimport) DWORD WaitForSingleObject(HANDLE object, DWORD milliseconds);
__declspec(dllimport) BOOL CloseHandle(HANDLE object);
}
