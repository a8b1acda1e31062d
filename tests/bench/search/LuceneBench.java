// What search_bench.cc does, with Lucene.
//
// usage: LuceneBench build FOLDER ROWS.tsv
//        LuceneBench ask FOLDER QUERIES.tsv
//
// The cache of queries is off, since each query comes several times. Words stand in lower case in
// the rows; StandardAnalyzer keeps their marks.
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

final class LuceneBench {
  private static final String[] FACETS = {"type", "issuer", "year"};
  private static final int WARM_PASSES = 3;

  public static void main(String[] words) throws IOException {
    if (words[0].equals("build")) {
      build(Path.of(words[1]), Path.of(words[2]));
    } else {
      ask(Path.of(words[1]), Path.of(words[2]));
    }
  }

  private static void build(Path folder, Path rows) throws IOException {
    try (IndexWriter writer =
            new IndexWriter(FSDirectory.open(folder), new IndexWriterConfig(new StandardAnalyzer()));
        BufferedReader in = Files.newBufferedReader(rows, StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] row = line.split("\t", -1);
        if (row.length < 7) continue;
        Document document = new Document();
        document.add(new StoredField("id", row[0]));
        for (int i = 0; i < FACETS.length; ++i) {
          document.add(new StringField("key", row[i + 1], Field.Store.NO));
          document.add(new SortedDocValuesField(FACETS[i], new BytesRef(row[i + 1])));
        }
        for (String agency : row[4].split(" ")) {
          if (!agency.isEmpty()) document.add(new StringField("key", agency, Field.Store.NO));
        }
        document.add(new TextField("title", row[5], Field.Store.YES));
        document.add(new TextField("text", row[6], Field.Store.YES));
        writer.addDocument(document);
      }
      writer.commit();
      writer.forceMerge(1);
    }
  }

  /** Counts the values of one field, by ordinals within a segment. */
  private static final class FacetCounter extends SimpleCollector {
    private final String field;
    private SortedDocValues values;
    private int[] counts;
    private final Map<String, Integer> byName = new TreeMap<>();

    FacetCounter(String field) {
      this.field = field;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
      finishSegment();
      values = DocValues.getSorted(context.reader(), field);
      counts = new int[values.getValueCount()];
    }

    @Override
    public void collect(int document) throws IOException {
      if (values.advanceExact(document)) ++counts[values.ordValue()];
    }

    void finishSegment() throws IOException {
      if (counts == null) return;
      for (int ord = 0; ord < counts.length; ++ord) {
        if (counts[ord] > 0) {
          byName.merge(values.lookupOrd(ord).utf8ToString(), counts[ord], Integer::sum);
        }
      }
      counts = null;
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }

  private static Query queryOf(String[] columns) {
    String[] words = columns[1].split(" ");
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    if (columns[0].equals("phrase") || columns[0].equals("filters")) {
      all.add(new PhraseQuery("text", words), Occur.MUST);
    } else {
      for (String word : words) all.add(new TermQuery(new Term("text", word)), Occur.MUST);
    }
    if (columns.length > 2) {
      for (String key : columns[2].split(" ")) {
        all.add(new TermQuery(new Term("key", key)), Occur.FILTER);
      }
    }
    return all.build();
  }

  private static long find(IndexSearcher searcher, Query query, boolean facets, boolean count)
      throws IOException {
    // Without facets hits are counted up to 1,000, as Lucene does of itself.
    int counted = facets || count ? Integer.MAX_VALUE : 1000;
    TopScoreDocCollector top = TopScoreDocCollector.create(10, counted);
    if (facets) {
      FacetCounter[] counters = new FacetCounter[FACETS.length];
      for (int i = 0; i < FACETS.length; ++i) counters[i] = new FacetCounter(FACETS[i]);
      searcher.search(query, MultiCollector.wrap(top, counters[0], counters[1], counters[2]));
      for (FacetCounter counter : counters) counter.finishSegment();
    } else {
      searcher.search(query, top);
    }
    return top.topDocs().totalHits.value;
  }

  private static void ask(Path folder, Path queries) throws IOException {
    List<String[]> all = new ArrayList<>();
    for (String line : Files.readAllLines(queries, StandardCharsets.UTF_8)) {
      all.add(line.split("\t"));
    }
    var clock = ManagementFactory.getThreadMXBean();
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null);
      Map<String, List<String>> milliseconds = new TreeMap<>();
      Map<String, List<String>> matches = new TreeMap<>();
      for (int pass = 0; pass <= WARM_PASSES; ++pass) {
        for (String[] columns : all) {
          String kind = columns[0];
          long begin = clock.getCurrentThreadCpuTime();
          long found = find(searcher, queryOf(columns), kind.equals("facets"), pass == 0);
          double took = (clock.getCurrentThreadCpuTime() - begin) / 1e6;
          if (pass == 0) {
            matches.computeIfAbsent(kind, k -> new ArrayList<>()).add(Long.toString(found));
          } else if (pass == WARM_PASSES) {
            milliseconds.computeIfAbsent(kind, k -> new ArrayList<>()).add(Double.toString(took));
          }
        }
      }
      StringBuilder out = new StringBuilder("{");
      for (String kind : milliseconds.keySet()) {
        if (out.length() > 1) out.append(", ");
        out.append('"').append(kind).append("\": {\"ms\": [");
        out.append(String.join(", ", milliseconds.get(kind))).append("], \"matches\": [");
        out.append(String.join(", ", matches.get(kind))).append("]}");
      }
      System.out.println(out.append("}"));
    }
  }

  private LuceneBench() {}
}
