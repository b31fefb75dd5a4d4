// std::string, std::wstring and std::vector with the memory layout of MSVC's release builds. Only what the stand-in needs.
#pragma once

#include "heap.h"

namespace std {

template <class Char>
class text {
    static constexpr size inside = 16 / sizeof(Char);
    union {
        Char own[inside];
        Char* block;
    };
    size used;
    size capacity;

    void assign(const Char* from, size length) {
        used = length;
        capacity = inside - 1;
        Char* to = own;
        if (length >= inside) {
            capacity = length | (inside - 1);
            to = static_cast<Char*>(allocate((capacity + 1) * sizeof(Char)));
            block = to;
        }
        memcpy(to, from, length * sizeof(Char));
        to[length] = 0;
    }

public:
    text() { assign(nullptr, 0); }
    text(const Char* from, size length) { assign(from, length); }
    text(const text& other) { assign(other.c_str(), other.used); }
    text& operator=(const text& other) = delete;
    ~text() {
        if (capacity >= inside) {
            deallocate(block, (capacity + 1) * sizeof(Char));
        }
    }
    void replace(const Char* from, size length) {
        this->~text();
        assign(from, length);
    }
    const Char* c_str() const { return capacity >= inside ? block : own; }
    size length() const { return used; }
};

// Named as in MSVC's library, so that signatures read alike.
class string : public text<char> {
public:
    using text::text;
};

class wstring : public text<wchar_t> {
public:
    using text::text;
};

template <class T>
class vector {
    T* first;
    T* last;
    T* end_;

public:
    explicit vector(int count) : first(nullptr), last(nullptr), end_(nullptr) {
        if (count > 0) {
            first = last = static_cast<T*>(allocate(count * sizeof(T)));
            end_ = first + count;
        }
    }
    vector(vector&& other) : first(other.first), last(other.last), end_(other.end_) {
        other.first = other.last = other.end_ = nullptr;
    }
    ~vector() {
        for (T* each = first; each != last; each++) {
            each->~T();
        }
        if (first != nullptr) {
            deallocate(first, (end_ - first) * sizeof(T));
        }
    }
    // Within the count given at first.
    void add(const char* from, size length) { new (last++) T(from, length); }
    size count() const { return last - first; }
    const T& operator[](size index) const { return first[index]; }
};

}  // namespace std

static_assert(sizeof(std::string) == 32 && sizeof(std::wstring) == 32 && sizeof(std::vector<std::string>) == 24);
