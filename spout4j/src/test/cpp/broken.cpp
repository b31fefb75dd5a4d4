// DLLs that are no SpoutLibrary.dll, each in its own way: BROKEN is NULL_OBJECT, CRASH, NO_VTABLE or OTHER.

#define NULL_OBJECT 1
#define CRASH 2
#define NO_VTABLE 3
#define OTHER 4

extern "C" {
#if BROKEN == NULL_OBJECT
__declspec(dllexport) void* GetSpout() { return nullptr; }
#elif BROKEN == CRASH
__declspec(dllexport) void* GetSpout() { return reinterpret_cast<void*>(*reinterpret_cast<volatile int*>(16)); }
#elif BROKEN == NO_VTABLE
// An object whose first word points at data.
static const void* data[4];
static const void* object[2] = {data, data};
__declspec(dllexport) void* GetSpout() { return object; }
#else
__declspec(dllexport) int SomethingElse() { return 1; }
#endif
__declspec(dllexport) int __stdcall DllMain(void*, unsigned long, void*) { return 1; }
}
