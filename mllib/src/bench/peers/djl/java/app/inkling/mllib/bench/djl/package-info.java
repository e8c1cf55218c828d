/** The workloads in DJL's own blocks and trainer, on PyTorch. */
package app.inkling.mllib.bench.djl;
