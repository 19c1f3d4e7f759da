import java.io.FileInputStream;
import java.io.InputStream;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.eclipse.rdf4j.rio.ParseErrorListener;

/** Reads each file named, as strictly as RDF4J can, and prints how many statements it has and every complaint. */
public class Rdf4jCount {
    static long count;

    public static void main(String[] files) throws Exception {
        for (String file : files) {
            count = 0;
            RDFFormat format = Rio.getParserFormatForFileName(file).orElseThrow();
            RDFParser parser = Rio.createParser(format);
            parser.getParserConfig().set(BasicParserSettings.VERIFY_DATATYPE_VALUES, true);
            parser.getParserConfig().set(BasicParserSettings.FAIL_ON_UNKNOWN_DATATYPES, true);
            parser.getParserConfig().set(BasicParserSettings.VERIFY_LANGUAGE_TAGS, true);
            parser.getParserConfig().set(BasicParserSettings.VERIFY_URI_SYNTAX, true);
            parser.setParseErrorListener(new ParseErrorListener() {
                public void warning(String text, long line, long column) { System.out.println("warning: " + text); }
                public void error(String text, long line, long column) { System.out.println("error: " + text); }
                public void fatalError(String text, long line, long column) { System.out.println("fatal: " + text); }
            });
            parser.setRDFHandler(new AbstractRDFHandler() {
                @Override public void handleStatement(Statement statement) { count++; }
            });
            try (InputStream in = new FileInputStream(file)) {
                parser.parse(in, "https://w3id.org/liqaa/");
            }
            System.out.println(file + " " + count);
        }
    }
}
