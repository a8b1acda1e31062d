#include <gtest/gtest.h>

#include <random>
#include <string>

#include "query/clean.h"
#include "query/query.h"

namespace rasoat {
namespace {

const Lexicon& lexicon() { return Lexicon::builtin(); }

std::string dumped(std::string_view text) {
  const Result<Query> query = parse_query(text, lexicon());
  return query ? dump(*query) : "error: " + query.error().message;
}

struct TreeCase {
  const char* query;
  const char* tree;
  const char* why;
};

TEST(ParseQueryTest, MakesTheTree) {
  const TreeCase cases[] = {
      {"", "nothing\n", "an empty query is no error"},
      {"  \t\n ", "nothing\n", "white space alone"},
      {"đất", "word đất\n", "one word"},
      {"Thu hồi ĐẤT", "and\n  word thu\n  word hồi\n  word đất\n", "AND is understood; lower case"},
      {"\"thu hồi  đất\"", "phrase thu hồi đất\n", "a phrase, single spaces"},
      {"“thu hồi đất”", "phrase thu hồi đất\n", "typographic quotes, as office programs type them"},
      {"rác OR bùn", "or\n  word rác\n  word bùn\n", "OR"},
      {"rác HOẶC bùn VÀ cát", "or\n  word rác\n  and\n    word bùn\n    word cát\n",
       "Vietnamese operators; AND binds tighter"},
      {"RÁC VÀ BÙN", "and\n  word rác\n  word và\n  word bùn\n",
       "all in capitals: VÀ is a word, nobody meant an operator"},
      {"rác AND NOT bùn", "and\n  word rác\n  not\n    word bùn\n", "NOT after AND"},
      {"(rác OR bùn) cát", "and\n  or\n    word rác\n    word bùn\n  word cát\n", "brackets"},
      {"((rác))", "word rác\n", "empty brackets around one word"},
      {"rác – bùn", "and\n  word rác\n  word bùn\n", "a dash between words is no word"},
      {"số 24/2025/TT-BTP", "or\n  phrase 24/2025/tt-btp\n  number 24/2025/tt-btp\n",
       "a number alone: what mentions it, and the document"},
      {"đất 10/2025/QĐ-UBND", "and\n  word đất\n  phrase 10/2025/qd-ubnd\n",
       "a number beside words stays together, and has no other forms"},
      {"tthc", "word tthc | thủ tục hành chính\n", "an abbreviation"},
      {"\"TTHC về đất\"", "phrase tthc về đất | thủ tục hành chính về đất\n", "inside a phrase"},
      {"\"thu tuc hanh chinh\"", "phrase thu tuc hanh chinh | tthc\n", "the other way, unmarked"},
      {"xe máy", "phrase xe máy | xe mô tô | xe gắn máy\n", "a synonym of two words"},
      {"xe AND máy", "and\n  word xe\n  word máy\n", "words joined by AND are no synonym"},
      {"giải quyết TTHC về chợ",
       "ranked\n  word giải\n  word quyết\n  word tthc\n  word về\n  word chợ\n"
       "  phrase thủ tục hành chính\n",
       "ranked words get further ones"},
      {"~(giải quyết TTHC)", "ranked\n  word giải\n  word quyết\n  word tthc\n",
       "written out: as it is"},
      {"tthc|\"Thủ  tục\"|x", "word tthc | thủ tục | x\n", "forms written out"},
      {"rác | bùn", "and\n  word rác\n  word bùn\n", "a bar between spaces says nothing"},
      {"\"Bộ Kế hoạch và Đầu tư\"", "phrase bộ kế hoạch và đầu tư | bộ tài chính\n",
       "the heir of a body that has ended"},
      {"rác NEAR/5 \"khu dân cư\"", "near 5\n  word rác\n  phrase khu dân cư\n", "NEAR"},
      {"a NEAR b NEAR c OR d", "or\n  near 10\n    word a\n    word b\n    word c\n  word d\n",
       "NEAR binds tighter than OR"},
      {"rác GẦN/3 bùn", "near 3\n  word rác\n  word bùn\n", "in Vietnamese"},
      {"role:lead", "role lead\n", "a role by its name"},
      {"role:\"chủ trì\"", "role lead\n", "a role by the officers' word"},
      {"vaitrò:phoi-hop", "role coordinate\n", "Vietnamese name of the field"},
      {"level:huyện", "level huyen\n", "a level"},
      {"cấp: xã", "level xa\n", "a space after the colon"},
      {"type:NĐ", "type nghi-dinh\n", "a type by its abbreviation"},
      {"type:\"nghi dinh\"", "type nghi-dinh\n", "a type without marks"},
      {"Số: 24/2025/TT-BTP", "number 24/2025/tt-btp\n", "as printed on documents"},
      {"number:\"24/2025/TT BTP\"", "number 24/2025/tt-btp\n", "a space for the dash"},
      {"provision:\"khoản 2 Điều 5\"", "provision art_5__clause_2\n", "a unit"},
      {"issuer:\"Bộ Tư pháp\"", "issuer bo-tu-phap\n", "who issued it"},
      {"issuer:\"UBND tỉnh Sông Vân\"", "issuer ubnd:tinh|sông vân\n", "and where"},
      {"issuer:\"uy ban nhan dan tinh song van\"", "issuer ubnd:tinh|song van\n", "without marks"},
      {"issued:2024..2025-06-30", "issued 2024-01-01..2025-06-30\n", "a range"},
      {"effective:>=2025", "effective 2025-01-01..2199-12-31\n", "an open range"},
      {"cites:31/2024/QH15", "cites 31/2024/qh15\n", "a document"},
      {"cites:\"Điều 5 Nghị định số 34/2016/NĐ-CP\"", "cites 34/2016/nd-cp#art_5\n",
       "a unit of it"},
      {"cited-by:01/2025/nđ-cp", "cited-by 1/2025/nd-cp\n", "left to the store"},
      {"kind:\"bãi bỏ\"", "kind repeal\n", "the officers' word"},
      {"outcome:dangling", "outcome dangling\n", "left to the store"},
      {"has:deadline chứa:\"cơ quan\"", "and\n  has deadline\n  has agency\n", "what is in it"},
      {"foo:bar", "word foo:bar\n", "an unknown field is a word with a colon"},
      {"thu gom rác", "and\n  word thu\n  word gom\n  word rác\n", "a few words: all of them"},
      {"thu gom rác thải", "ranked\n  word thu\n  word gom\n  word rác\n  word thải\n",
       "a sentence: ranked"},
      {"thu AND gom rác thải", "and\n  word thu\n  word gom\n  word rác\n  word thải\n",
       "an operator says that all are meant"},
      {"NOT ~(rác \"chất thải\")", "not\n  ranked\n    word rác\n    phrase chất thải\n",
       "ranked words, as printed"},
      {"~(rác)", "word rác\n", "one word has no rank"},
      {"a~(rác ~ bùn)", "and\n  word a~\n  word rác\n  word bùn\n", "~ elsewhere says nothing"},
      {"agency:\"UBND huyện\"", "agency ubnd:huyen\n", "an agency"},
      {"agency:ubnd:huyen", "agency ubnd:huyen\n", "an agency by its key"},
  };
  for (const TreeCase& row : cases) EXPECT_EQ(dumped(row.query), row.tree) << row.why;
}

TEST(ParseQueryTest, OneAgencyHoweverItIsTyped) {
  for (const char* words :
       {"UBND huyện", "ubnd huyen", "Uỷ ban nhân dân huyện", "Ủy ban nhân dân cấp huyện",
        "UỶ BAN NHÂN DÂN CẤP HUYỆN", "uy ban nhan dan cap huyen", "ubnd:huyen"}) {
    EXPECT_EQ(dumped("agency:\"" + std::string(words) + "\""), "agency ubnd:huyen\n") << words;
  }
}

struct ErrorCase {
  const char* query;
  const char* place;
  const char* why;
};

TEST(ParseQueryTest, ErrorsNameThePlace) {
  const ErrorCase cases[] = {
      {"đất \"thu hồi", "ký tự thứ 5 ", "a quotation that does not close; counted in characters"},
      {"(đất", "ký tự thứ 1 ", "the bracket that does not close, not the end"},
      {"đất)", "ký tự thứ 4 ", "a bracket too many"},
      {"đất OR", "ký tự thứ 7", "nothing after OR"},
      {"OR đất", "ký tự thứ 1 ", "nothing before OR"},
      {"NOT", "ký tự thứ 4", "nothing after NOT"},
      {"()", "ký tự thứ 2 ", "nothing in brackets"},
      {"đất role:king", "ký tự thứ 10 ", "an unknown role: the value is the place"},
      {"level:sao", "ký tự thứ 7 ", "an unknown level"},
      {"agency:\"xyz abc\"", "ký tự thứ 8 ", "an unknown body"},
      {"issued:2025-13", "ký tự thứ 8 ", "no month"},
      {"issued:2025..2024", "ký tự thứ 8 ", "ends before it begins"},
      {"cites:\"Điều 5\"", "ký tự thứ 7 ", "no document"},
      {"provision:\"xem Điều 5\"", "ký tự thứ 11 ", "no unit"},
      {"kind:x", "ký tự thứ 6 ", "an unknown kind"},
      {"outcome:x", "ký tự thứ 9 ", "an unknown outcome"},
      {"has:x", "ký tự thứ 5 ", "an unknown thing"},
      {"a NEAR/x b", "ký tự thứ 3 ", "no distance"},
      {"a NEAR/101 b", "ký tự thứ 3 ", "too far"},
      {"a NEAR/3 b NEAR/4 c", "ký tự thứ 12 ", "two distances"},
      {"a NEAR (b c)", "ký tự thứ 3 ", "no words"},
      {"NEAR a", "ký tự thứ 1 ", "nothing before NEAR"},
      {"a NEAR", "ký tự thứ 7", "nothing behind NEAR"},
      {"a|\"b", "ký tự thứ 3", "a form that does not close"},
      {"title:", "ký tự thứ 1 ", "a field without value"},
      {"title: –", "ký tự thứ 8 ", "a value without a word"},
      {"~(a title:b)", "ký tự thứ 5 ", "ranked words hold words alone"},
      {"~(a (b))", "ký tự thứ 5 ", "and no brackets"},
      {"~(a", "ký tự thứ 1 ", "ranked words that do not close"},
      {"~()", "ký tự thứ 3 ", "no ranked words"},
      {"title:(a b)", "ký tự thứ 1 ", "brackets are no value"},
  };
  for (const ErrorCase& row : cases) {
    const Result<Query> query = parse_query(row.query, lexicon());
    ASSERT_FALSE(query) << row.query;
    EXPECT_EQ(query.error().code, ErrorCode::kInvalidArgument) << row.query;
    EXPECT_THAT(query.error().message, ::testing::HasSubstr(row.place)) << row.why;
    EXPECT_FALSE(query.error().remedy.empty()) << row.query;
    EXPECT_TRUE(query.error().remedy.ends_with("^")) << query.error().remedy;
  }
}

TEST(ParseQueryTest, RefusesWhatIsTooLongOrTooDeep) {
  EXPECT_FALSE(parse_query(std::string(kMaxQueryBytes + 1, 'a'), lexicon()));
  EXPECT_FALSE(parse_query(std::string(2000, '('), lexicon()));
  std::string nots;
  for (int i = 0; i < 500; ++i) nots += "NOT ";
  EXPECT_FALSE(parse_query(nots + "a", lexicon()));
  std::string deep(kMaxQueryDepth - 1, '(');
  EXPECT_TRUE(parse_query(deep + "a" + std::string(kMaxQueryDepth - 1, ')'), lexicon()));
  std::string many;
  for (size_t i = 0; i <= kMaxQueryTerms; ++i) many += "a ";
  EXPECT_FALSE(parse_query(many, lexicon()));
}

TEST(ParseQueryTest, DecomposedLettersAreThoseOfTheIndex) {
  EXPECT_EQ(dumped("u\u031Bo\u031Bng"), "word ương\n");  // NFD, as macOS hands it on
  EXPECT_EQ(dumped("Uy\u0309"), "word ủy\n");
}

TEST(ParseQueryTest, ErrorsPointAtThePlace) {
  const Result<Query> query = parse_query("đất role:king", lexicon());
  ASSERT_FALSE(query);
  EXPECT_THAT(query.error().remedy, ::testing::EndsWith("\n  đất role:king\n           ^"));
  const Result<Query> far = parse_query("a OR " + std::string(kMaxQueryBytes / 2, '('), lexicon());
  ASSERT_FALSE(far);
  EXPECT_LT(far.error().remedy.size(), 300u);
}

TEST(ParseQueryTest, TellsWhatWasAdded) {
  std::vector<std::string> added;
  ASSERT_TRUE(parse_query("tthc OR đất", lexicon(), &added));
  EXPECT_THAT(added, ::testing::ElementsAre("thủ tục hành chính"));
  added.clear();
  ASSERT_TRUE(parse_query("tthc|\"thủ tục hành chính\"", lexicon(), &added));
  EXPECT_THAT(added, ::testing::IsEmpty());
}

struct QuestionCase {
  const char* question;
  const char* tree;
  const char* why;
};

TEST(QuestionTest, BecomesFieldsAndWords) {
  const char* const district = "agency ubnd:huyen\n";
  const QuestionCase cases[] = {
      {"quy định nào giao nhiệm vụ cho UBND cấp huyện", district, "the question of the issue"},
      {"quy dinh nao giao nhiem vu cho uy ban nhan dan cap huyen", district, "without marks"},
      {"Quy định nào giao nhiệm vụ cho Uỷ ban nhân dân cấp huyện?", district,
       "old tone placement, question mark"},
      {"QUY ĐỊNH NÀO GIAO NHIỆM VỤ CHO UBND HUYỆN", district, "capitals"},
      {"UBND huyện có trách nhiệm gì?", district, "the body first"},
      {"nhiệm vụ của UBND huyện", district, "no question word but a phrase of tasks"},
      {"UBND huyện phải làm gì", district, "what must it do"},
      {"quy định nào giao nhiệm vụ cho Ủy ban nhân dân cấp huyện và Ủy ban nhân dân cấp xã",
       "agency ubnd:huyen | ubnd:xa\n", "two bodies: any of them"},
      {"ai có thẩm quyền thu hồi đất",
       "ranked\n  word thẩm\n  word quyền\n  word thu\n  word hồi\n  word đất\n", "words are left"},
      {"ai co tham quyen thu hoi dat",
       "ranked\n  word tham\n  word quyen\n  word thu\n  word hoi\n  word dat\n",
       "the same unmarked"},
      {"quy định nào giao nhiệm vụ thu gom rác cho UBND cấp xã",
       "and\n  agency ubnd:xa\n  word thu\n  word gom\n  word rác\n", "a body and words"},
      {"quy định nào giao nhiệm vụ cho cấp huyện", "level huyen\n", "a level alone"},
      {"quy dinh nao ve so luong", "and\n  word so\n  word luong\n",
       "unmarked words that only look like a body (Sở)"},
      {"ai", "word ai\n", "nothing would be left: the words themselves"},
      {"quy định nào giao thu gom rác thải cho UBND cấp xã",
       "and\n  agency ubnd:xa\n  ranked\n    word thu\n    word gom\n    word rác\n"
       "    word thải\n",
       "a body and many words"},
      {"ủy ban nhân dân cấp xã được thu phí gì khi chứng thực",
       "ranked\n  word ủy\n  word ban\n  word nhân\n  word dân\n  word cấp\n  word xã\n"
       "  word được\n  word thu\n  word phí\n  word khi\n  word chứng\n  word thực\n  word ubnd\n",
       "a body is one word among others where no task is asked for"},
      {"Hộ tịch là gì?", "ranked\n  word hộ\n  word tịch\n  word là\n",
       "what words mean is said behind \"là\""},
      {"ho tich la gi", "ranked\n  word ho\n  word tich\n  word la\n", "the same unmarked"},
      {"bến đò được hiểu như thế nào", "ranked\n  word bến\n  word đò\n  word là\n",
       "another way to ask it"},
      {"định nghĩa của \"bến đò\"", "phrase bến đò là\n", "in quotation marks: exactly so"},
      {"\"bến đò\" do ai quản lý", "and\n  phrase bến đò\n  ranked\n    word quản\n    word lý\n",
       "the other words of a question need not be there"},
      {"\"bến đò\" quản lý", "and\n  phrase bến đò\n  word quản\n  word lý\n", "no question"},
      {"phòng vệ chính đáng phải chịu trách nhiệm gì",
       "ranked\n  word phòng\n  word vệ\n  word chính\n  word đáng\n  word phải\n  word chịu\n",
       "words that only begin like a body (Phòng)"},
  };
  for (const QuestionCase& row : cases) {
    EXPECT_EQ(dumped(row.question), row.tree) << row.question << ": " << row.why;
  }
}

// Random texts over the pieces of the language, and over bytes.
class RandomQueries {
 public:
  explicit RandomQueries(unsigned seed) : random_(seed) {}

  std::string next() {
    static const char* const kPieces[] = {"đất",
                                          "dat",
                                          "uỷ ban",
                                          "AND",
                                          "OR",
                                          "NOT",
                                          "VÀ",
                                          "HOẶC",
                                          "KHÔNG",
                                          "(",
                                          ")",
                                          "(",
                                          ")",
                                          "\"",
                                          "\"thu hồi\"",
                                          "agency:",
                                          "role:",
                                          "role:lead",
                                          "level:xã",
                                          "type:luật",
                                          "number:1/2025",
                                          "title:",
                                          "\"UBND huyện\"",
                                          "UBND huyện",
                                          "quy định nào",
                                          "ai",
                                          "gì",
                                          "cho",
                                          "cấp huyện",
                                          ":",
                                          "-",
                                          "–",
                                          "24/2025/TT-BTP",
                                          "\xFF",
                                          "\xC3",
                                          "\n",
                                          "NEAR",
                                          "NEAR/5",
                                          "GẦN/",
                                          "|",
                                          "|x",
                                          "ubnd|\"ủy ban\"",
                                          "TTHC",
                                          "sổ đỏ",
                                          "xe máy",
                                          "\"Bộ Kế hoạch và Đầu tư\"",
                                          "document:x",
                                          "issued:2024..2025-06-30",
                                          "effective:>=2025",
                                          "issued:",
                                          "cites:\"Điều 5 Luật Đất đai\"",
                                          "cited-by:1/2025/NĐ-CP",
                                          "issuer:\"UBND tỉnh\"",
                                          "kind:repeal",
                                          "has:deadline",
                                          "provision:\"điểm d khoản 1\"",
                                          "“",
                                          "”",
                                          "u\u031B",
                                          "a:b",
                                          "và",
                                          "không",
                                          "**",
                                          "_x_",
                                          "\u200B",
                                          "\u00A0",
                                          "~(",
                                          "~",
                                          "số:"};
    std::string out;
    const size_t count = random_() % 9;
    for (size_t i = 0; i < count; ++i) {
      out += kPieces[random_() % std::size(kPieces)];
      if (random_() % 4 != 0) out += ' ';
    }
    if (random_() % 8 == 0) {
      for (size_t i = random_() % 6; i > 0; --i) out += static_cast<char>(random_() % 256);
    }
    return out;
  }

 private:
  std::mt19937 random_;
};

TEST(QueryPropertyTest, PrintedTreesAreFixpoints) {
  RandomQueries queries(20260701);
  int parsed = 0;
  for (int i = 0; i < 20000; ++i) {
    const std::string text = queries.next();
    const Result<Query> query = parse_query(text, lexicon());
    if (!query) continue;
    ++parsed;
    const std::string once = print(*query);
    const Result<Query> again = parse_query(once, lexicon());
    ASSERT_TRUE(again) << text << " → " << once << ": " << to_string(again.error());
    EXPECT_EQ(print(*again), once) << text;
    EXPECT_EQ(dump(*again), dump(*query)) << text << " → " << once;
    if (::testing::Test::HasFailure()) return;
  }
  EXPECT_GT(parsed, 5000) << "the generator makes too few queries that parse";
}

TEST(QueryPropertyTest, CleaningIsIdempotent) {
  RandomQueries queries(7);
  for (int i = 0; i < 5000; ++i) {
    const std::string once = clean_query(queries.next());
    ASSERT_EQ(clean_query(once), once);
  }
}

}  // namespace
}  // namespace rasoat
