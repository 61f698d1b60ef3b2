// libcurl, loaded when the first request is made and not before: linked in the plain way, it and the thirty libraries that it
// needs would be loaded at every start of a program that mostly asks nothing of a network.
#ifndef SLIPWAY_CCURL_H
#define SLIPWAY_CCURL_H

#if !__has_include(<curl/curl.h>)
#error "libcurl's headers are missing: install libcurl4-openssl-dev (Debian, Ubuntu); on a Mac they come with Xcode"
#endif

#include <curl/curl.h>

// What curl calls with bytes that arrived; it must return how many it took, or anything else to end the transfer.
typedef size_t (*ccurl_write)(char *bytes, size_t size, size_t count, void *context);

// Loads the library. NULL, or why it cannot be loaded.
const char *ccurl_load(void);

// Each of these calls curl's function of the same name. ccurl_load must have succeeded before.
CURL *ccurl_easy_init(void);
void ccurl_easy_reset(CURL *easy);
void ccurl_easy_cleanup(CURL *easy);
CURLcode ccurl_easy_set_long(CURL *easy, CURLoption option, long value);
CURLcode ccurl_easy_set_size(CURL *easy, CURLoption option, curl_off_t value);
CURLcode ccurl_easy_set_text(CURL *easy, CURLoption option, const char *value);
CURLcode ccurl_easy_set_pointer(CURL *easy, CURLoption option, void *value);
CURLcode ccurl_easy_set_write(CURL *easy, CURLoption option, ccurl_write value);
CURLcode ccurl_easy_get_long(CURL *easy, CURLINFO info, long *value);
const char *ccurl_easy_strerror(CURLcode code);
struct curl_slist *ccurl_slist_append(struct curl_slist *list, const char *text);
void ccurl_slist_free_all(struct curl_slist *list);
CURLM *ccurl_multi_init(void);
void ccurl_multi_cleanup(CURLM *multi);
CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value);
CURLMcode ccurl_multi_add_handle(CURLM *multi, CURL *easy);
CURLMcode ccurl_multi_remove_handle(CURLM *multi, CURL *easy);
CURLMcode ccurl_multi_perform(CURLM *multi, int *running);
// Waits for the transfers, or until `descriptor` can be read (-1: none), or for `milliseconds`.
CURLMcode ccurl_multi_poll(CURLM *multi, int descriptor, int milliseconds);
// The next transfer that has ended, with its result; NULL if there is none.
CURL *ccurl_multi_done(CURLM *multi, CURLcode *result);

#endif
