/**
 * What every library is measured on: the workloads, their data and first weights, and the two interfaces that
 * a library implements to take part. Plain Java alone, since it is compiled into each library's build; start
 * with {@link app.inkling.mllib.bench.work.Workload}.
 */
package app.inkling.mllib.bench.work;
