/*
 * The worker protocol for C and C++ peers, the same as in bench/worker.ts: the packed file is read,
 * then each line on standard input is a command, answered by one line of JSON.
 *   round N   the first N documents, timed; cheap counts only, so that counting slows nobody
 *   audit     all documents, untimed; everything that bench/counts.ts knows
 * Each peer defines peer_version, read_document and audit_document, and calls serve from main. One that defines
 * VALIDATES before it includes this file judges documents instead of counting what is in them.
 */
#ifndef BENCH_WORKER_H
#define BENCH_WORKER_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct document {
  const char *bytes;
  size_t length;
};

#define MAX_REFERENCES 4096
#define MAX_FOOTNOTES 1000

struct counts {
  long documents, refused, invalid, elements, attributes, touched, text_bytes;
  long transactions, holdings, footnotes, footnote_references, transaction_days;
  __int128 transaction_shares, transaction_prices; /* scaled by 10^10 */
  int references[MAX_REFERENCES], reference_count; /* of the document at hand */
  char defined[MAX_FOOTNOTES];
};

const char *peer_version(void);
void read_document(const struct document *document, struct counts *counts);
void audit_document(const struct document *document, struct counts *counts);

/* Adds a plain decimal, exactly, scaled by 10^10; anything else adds nothing, as in bench/counts.ts. */
static void add_decimal(__int128 *sum, const char *text) {
  __int128 scaled = 0;
  int decimals = -1, digits = 0, negative = 0;
  text += strspn(text, " \t\r\n");
  if (*text == '-' || *text == '+') negative = *text++ == '-';
  for (; (*text >= '0' && *text <= '9') || (*text == '.' && decimals < 0); text++) {
    if (*text == '.') {
      decimals = 0;
    } else {
      digits++;
      if (decimals >= 10) continue;
      scaled = scaled * 10 + (*text - '0');
      if (decimals >= 0) decimals++;
    }
  }
  text += strspn(text, " \t\r\n");
  if (*text != '\0' || digits == 0) return;
  for (decimals = decimals < 0 ? 0 : decimals; decimals < 10; decimals++) scaled *= 10;
  *sum += negative ? -scaled : scaled;
}

/* Days since 1970-01-01 of YYYY-MM-DD, proleptic Gregorian; 0 for anything else. */
static long written_day(const char *text) {
  int year, month, day;
  text += strspn(text, " \t\r\n");
  if (sscanf(text, "%4d-%2d-%2d", &year, &month, &day) != 3) return 0;
  long y = month <= 2 ? year - 1 : year;
  long era = y / 400, year_of_era = y - era * 400;
  long day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

/* F1 is 1; 0 for what is no footnote id. */
static int footnote_number(const char *id) {
  int number = id != NULL && id[0] == 'F' ? atoi(id + 1) : 0;
  return number > 0 && number < MAX_FOOTNOTES ? number : 0;
}

static void begin_audit(struct counts *counts) {
  counts->reference_count = 0;
  memset(counts->defined, 0, sizeof counts->defined);
}

/* References are counted when the document is over, as the footnotes come after the rows. */
static void end_audit(struct counts *counts) {
  counts->defined[0] = 0;
  for (int i = 0; i < counts->reference_count; i++) counts->footnote_references += counts->defined[counts->references[i]];
}

static void audit_element(const char *name, const char *id, struct counts *counts) {
  counts->elements++;
  if (!strcmp(name, "nonDerivativeTransaction") || !strcmp(name, "derivativeTransaction")) counts->transactions++;
  if (!strcmp(name, "nonDerivativeHolding") || !strcmp(name, "derivativeHolding")) counts->holdings++;
  if (!strcmp(name, "footnote")) {
    counts->footnotes++;
    counts->defined[footnote_number(id)] = 1;
  }
  if (!strcmp(name, "footnoteId") && counts->reference_count < MAX_REFERENCES)
    counts->references[counts->reference_count++] = footnote_number(id);
}

/* A text inside <name>, itself inside <parent>. */
static void audit_text(const char *parent, const char *name, const char *text, struct counts *counts) {
  if (text[strspn(text, " \t\r\n")] == '\0') return;
  counts->text_bytes += strlen(text);
  if (strcmp(name, "value")) return;
  if (!strcmp(parent, "transactionShares")) add_decimal(&counts->transaction_shares, text);
  if (!strcmp(parent, "transactionPricePerShare")) add_decimal(&counts->transaction_prices, text);
  if (!strcmp(parent, "transactionDate")) counts->transaction_days += written_day(text);
}

#ifdef VALIDATES

static void print_cheap(const struct counts *counts) {
  printf("\"documents\":%ld,\"refused\":%ld,\"invalid\":%ld", counts->documents, counts->refused, counts->invalid);
}

static void print_found(const struct counts *counts) { (void)counts; }

#else

static void print_cheap(const struct counts *counts) {
  printf("\"documents\":%ld,\"refused\":%ld,\"elements\":%ld,\"attributes\":%ld", counts->documents, counts->refused,
         counts->elements, counts->attributes);
}

static void print_sum(const char *name, __int128 scaled) {
  const __int128 one = 10000000000LL;
  char fraction[16];
  snprintf(fraction, sizeof fraction, ".%010lld", (long long)(scaled % one));
  for (size_t end = strlen(fraction); end > 0 && (fraction[end - 1] == '0' || fraction[end - 1] == '.'); end--) {
    int point = fraction[end - 1] == '.';
    fraction[end - 1] = '\0';
    if (point) break;
  }
  printf(",\"%s\":\"%lld%s\"", name, (long long)(scaled / one), fraction);
}

static void print_found(const struct counts *counts) {
  printf(",\"textBytes\":%ld,\"transactions\":%ld,\"holdings\":%ld,\"footnotes\":%ld,\"footnoteReferences\":%ld"
         ",\"transactionDays\":%ld",
         counts->text_bytes, counts->transactions, counts->holdings, counts->footnotes, counts->footnote_references,
         counts->transaction_days);
  print_sum("transactionShares", counts->transaction_shares);
  print_sum("transactionPrices", counts->transaction_prices);
}

#endif

static long long now(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static void timed_round(const struct document *documents, long wanted, struct counts *counts) {
  long long bytes = 0, elapsed = now(CLOCK_MONOTONIC), cpu = now(CLOCK_PROCESS_CPUTIME_ID);
  for (long i = 0; i < wanted; i++) read_document(&documents[i], counts);
  elapsed = now(CLOCK_MONOTONIC) - elapsed;
  cpu = now(CLOCK_PROCESS_CPUTIME_ID) - cpu;
  for (long i = 0; i < wanted; i++) bytes += documents[i].length;
  printf("{\"elapsedNs\":%lld,\"cpuNs\":%lld,\"bytes\":%lld,\"touched\":%ld,\"counts\":{", elapsed, cpu, bytes,
         counts->touched);
  print_cheap(counts);
  printf("}}\n");
}

static void audit(const struct document *documents, long wanted, struct counts *counts) {
  for (long i = 0; i < wanted; i++) audit_document(&documents[i], counts);
  printf("{\"counts\":{");
  print_cheap(counts);
  print_found(counts);
  printf("}}\n");
}

static char *read_whole(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) return NULL;
  fseek(file, 0, SEEK_END);
  *size = (size_t)ftell(file);
  rewind(file);
  char *packed = (char *)malloc(*size);
  if (packed != NULL && fread(packed, 1, *size, file) != *size) packed = NULL;
  fclose(file);
  return packed;
}

static struct document *unpack(const char *packed, size_t size, long *count) {
  struct document *documents = NULL;
  long room = 0;
  *count = 0;
  for (size_t at = 0; at + 4 <= size; (*count)++) {
    const unsigned char *length = (const unsigned char *)packed + at;
    if (*count == room) {
      room = room == 0 ? 1024 : room * 2;
      documents = (struct document *)realloc(documents, room * sizeof *documents);
    }
    documents[*count].length = length[0] | length[1] << 8 | length[2] << 16 | (size_t)length[3] << 24;
    documents[*count].bytes = packed + at + 4;
    at += 4 + documents[*count].length;
  }
  return documents;
}

static int serve(int argc, char **argv) {
  size_t size = 0;
  char *packed = argc == 2 ? read_whole(argv[1], &size) : NULL;
  if (packed == NULL) {
    fprintf(stderr, "usage: %s PACKED-FILE\n", argv[0]);
    return 2;
  }
  long count, wanted;
  struct document *documents = unpack(packed, size, &count);
  printf("{\"documents\":%ld,\"version\":\"%s\"}\n", count, peer_version());
  fflush(stdout);
  char line[64];
  while (fgets(line, sizeof line, stdin) != NULL) {
    static struct counts counts;
    memset(&counts, 0, sizeof counts);
    if (sscanf(line, "round %ld", &wanted) == 1) timed_round(documents, wanted < count ? wanted : count, &counts);
    else audit(documents, count, &counts);
    fflush(stdout);
  }
  return 0;
}

#endif
