package redress.merkle;

import java.util.ArrayList;
import java.util.List;

/** RFC 9162 word for word, slow and by recursion over the whole list of leaves: the measure for the real code. */
final class NaiveTree {

    private NaiveTree() {}

    static byte[] root(List<byte[]> leafHashes) {
        int n = leafHashes.size();
        if (n == 0) {
            return TreeHash.emptyRoot();
        }
        if (n == 1) {
            return leafHashes.getFirst();
        }
        int k = split(n);
        return TreeHash.node(root(leafHashes.subList(0, k)), root(leafHashes.subList(k, n)));
    }

    static List<byte[]> path(int m, List<byte[]> leafHashes) {
        int n = leafHashes.size();
        if (n == 1) {
            return new ArrayList<>();
        }
        int k = split(n);
        List<byte[]> path;
        if (m < k) {
            path = path(m, leafHashes.subList(0, k));
            path.add(root(leafHashes.subList(k, n)));
        } else {
            path = path(m - k, leafHashes.subList(k, n));
            path.add(root(leafHashes.subList(0, k)));
        }
        return path;
    }

    static List<byte[]> proof(int m, List<byte[]> leafHashes) {
        return subproof(m, leafHashes, true);
    }

    private static List<byte[]> subproof(int m, List<byte[]> leafHashes, boolean known) {
        int n = leafHashes.size();
        if (m == n) {
            List<byte[]> proof = new ArrayList<>();
            if (!known) {
                proof.add(root(leafHashes));
            }
            return proof;
        }
        int k = split(n);
        List<byte[]> proof;
        if (m <= k) {
            proof = subproof(m, leafHashes.subList(0, k), known);
            proof.add(root(leafHashes.subList(k, n)));
        } else {
            proof = subproof(m - k, leafHashes.subList(k, n), false);
            proof.add(root(leafHashes.subList(0, k)));
        }
        return proof;
    }

    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }
}
