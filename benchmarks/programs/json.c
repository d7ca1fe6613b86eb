#include <stddef.h>
enum kind { LITERAL, NUMBER, TEXT, ARRAY, OBJECT };
struct text {
  int length;
  char *characters;
};
struct value {
  enum kind kind;
  union {
    const char *literal;
    int number;
    struct text text;
    struct {
      struct value **values;
      struct text *names;
      int length, capacity;
    };
  };
};
static const char text[] =
    "{\n"
    "  \"device\": \"weather \\\"roof\\\"\", \"id\": 4711, \"active\": true, \"parent\": null,\n"
    "  \"position\": {\"latitude\": 525163, \"longitude\": 133777, \"height\": -12},\n"
    "  \"sensors\": [\n"
    "    {\"name\": \"temperature\", \"pin\": 26, \"unit\": \"C\", \"limits\": [-200, 600], \"enabled\": true},\n"
    "    {\"name\": \"humidity\", \"pin\": 27, \"unit\": \"%\", \"limits\": [0, 1000], \"enabled\": true},\n"
    "    {\"name\": \"pressure\", \"pin\": 28, \"unit\": \"hPa\", \"limits\": [8700, 10850], \"enabled\": false}\n"
    "  ],\n"
    "  \"history\": [[215, 438, 10132], [218, 431, 10131], [223, 420, 10129], [], {}],\n"
    "  \"message\": \"first line\\nsecond line\"\n"
    "}";
static unsigned char arena[32768], *top;
static const char *at;

static void *allocate(size_t bytes) {
  void *result = top;
  top += (bytes + 3) & ~3u;
  return result;
}

static struct value *make(enum kind kind) {
  struct value *value = allocate(sizeof *value);
  value->kind = kind;
  return value;
}

static struct value *make_collection(enum kind kind) {
  struct value *value = make(kind);
  value->values = NULL;
  value->names = NULL;
  value->length = value->capacity = 0;
  return value;
}

static void grow(struct value *collection) {
  int capacity = collection->capacity == 0 ? 4 : 2 * collection->capacity;
  struct value **values = allocate(capacity * sizeof *values);
  for (int i = 0; i < collection->length; i++) values[i] = collection->values[i];
  collection->values = values;
  if (collection->kind == OBJECT) {
    struct text *names = allocate(capacity * sizeof *names);
    for (int i = 0; i < collection->length; i++) names[i] = collection->names[i];
    collection->names = names;
  }
  collection->capacity = capacity;
}

/* The next character after white space. */
static int peek(void) {
  while (*at != '\0') {
    if (*at > ' ') return *at;
    at++;
  }
  return -1;
}

static void expect(int character) {
  if (peek() != character) __builtin_trap();
  at++;
}

static int skip(int character) {
  int is_next = peek() == character;
  if (is_next) at++;
  return is_next;
}

static int skip_word(const char *word) {
  const char *rest = at;
  while (*word != '\0')
    if (*word++ != *rest++) return 0;
  at = rest;
  return 1;
}

static struct text string(void) {
  at++;
  char *to = (char *)top;
  struct text result = {0, to};
  for (; *at != '"'; at++) {
    if (*at == '\0') __builtin_trap();
    if (*at == '\\') at++;
    *to++ = *at == 'n' && at[-1] == '\\' ? '\n' : *at;
  }
  at++;
  result.length = to - result.characters;
  allocate(result.length);
  return result;
}

static struct value *number(void) {
  int is_negative = skip('-');
  int value = 0;
  while (*at >= '0' && *at <= '9') value = value * 10 + (*at++ - '0');
  struct value *result = make(NUMBER);
  result->number = is_negative ? -value : value;
  return result;
}

static struct value *literal(const char *name) {
  struct value *result = make(LITERAL);
  result->literal = name;
  return result;
}

static struct value *parse_value(void);

static struct value *object(void) {
  struct value *object = make_collection(OBJECT);
  expect('{');
  if (skip('}')) return object;
  do {
    if (peek() != '"') __builtin_trap();
    struct text name = string();
    expect(':');
    struct value *value = parse_value();
    if (object->length == object->capacity) grow(object);
    object->names[object->length] = name;
    object->values[object->length++] = value;
  } while (skip(','));
  expect('}');
  return object;
}

static struct value *array(void) {
  struct value *array = make_collection(ARRAY);
  expect('[');
  if (skip(']')) return array;
  do {
    struct value *value = parse_value();
    if (array->length == array->capacity) grow(array);
    array->values[array->length++] = value;
  } while (skip(','));
  expect(']');
  return array;
}

static struct value *parse_value(void) {
  int first = peek();
  switch (first) {
    case '{':
      return object();
    case '[':
      return array();
    case '"': {
      struct value *value = make(TEXT);
      value->text = string();
      return value;
    }
  }
  if (first == '-' || (first >= '0' && first <= '9')) return number();
  if (skip_word("true")) return literal("true");
  if (skip_word("false")) return literal("false");
  if (skip_word("null")) return literal("null");
  __builtin_trap();
}

static struct value *parse(void) {
  at = text;
  struct value *value = parse_value();
  if (peek() != -1) __builtin_trap();
  return value;
}

static int size(const struct value *value) {
  int result = 1;
  if (value->kind == ARRAY || value->kind == OBJECT)
    for (int i = 0; i < value->length; i++) result += size(value->values[i]);
  return result;
}

static int weight(const struct value *value) {
  int result = 0;
  switch (value->kind) {
    case LITERAL:
      return 0;
    case NUMBER:
      return value->number;
    case TEXT:
      return value->text.length;
    case OBJECT:
      for (int i = 0; i < value->length; i++) result += value->names[i].length;
      /* fall through */
    case ARRAY:
      for (int i = 0; i < value->length; i++) result += weight(value->values[i]);
      return result;
  }
  __builtin_trap();
}

static int is_equal(struct text a, const char *b) {
  for (int i = 0; i < a.length; i++)
    if (a.characters[i] != b[i]) return 0;
  return b[a.length] == '\0';
}

static struct value *get(const struct value *object, const char *name) {
  for (int i = 0; i < object->length; i++)
    if (is_equal(object->names[i], name)) return object->values[i];
  __builtin_trap();
}

static int check(const struct value *value) {
  if (value->kind != OBJECT) __builtin_trap();
  const struct value *message = get(value, "message");
  if (message->kind != TEXT) __builtin_trap();
  return ((weight(value) & 0xffff) * 256 + size(value)) * 32 + message->text.length;
}

int bench(void) {
  top = arena;
  int result = 0;
  for (int round = 0; round < 5; round++) result ^= check(parse());
  return result;
}
