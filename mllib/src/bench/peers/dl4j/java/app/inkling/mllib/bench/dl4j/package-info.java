/** The workloads as DL4J's multi-layer networks on ND4J's native back end. */
package app.inkling.mllib.bench.dl4j;
