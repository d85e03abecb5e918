package org.suzhi.web.collection;

import java.util.List;
import java.util.Optional;

/** The store of loaded files. */
public interface ResponseLoads {
    long start(String fileName, String fileSha256, int total, long user);

    /** Notes how far a load has come, and the refusals since the last time. */
    void progress(long load, int accepted, int repeated, int refused, List<ResponseLoad.Refusal> more);

    void finish(long load);

    Optional<ResponseLoad> find(long load);

    /** The newest ones first. */
    List<ResponseLoad> newest(int most);

    /** The first refusals of a load, in the order of its file. */
    List<ResponseLoad.Refusal> refusals(long load, int most);
}
