import org.apache.jena.query.Dataset;
import org.apache.jena.rdfpatch.RDFPatch;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;

/** Loads a dataset, applies a patch to it as Jena does, and writes what came of it as N-Quads. */
public class JenaPatch {
    public static void main(String[] files) {
        Dataset dataset = RDFDataMgr.loadDataset(files[0]);
        RDFPatch patch = RDFPatchOps.read(files[1]);
        RDFPatchOps.applyChange(dataset.asDatasetGraph(), patch);
        RDFDataMgr.write(System.out, dataset, Lang.NQUADS);
    }
}
