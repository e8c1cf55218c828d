"""Reference solutions of scikit-learn's linear models, read by LinearReferenceTest.

Run beside the repository's data: python3 linear.py ../../../main/resources/tabular > linear.txt. No random numbers.
"""
import sys

import numpy
import sklearn
from sklearn.linear_model import Lasso, LinearRegression, LogisticRegression, Ridge

print("# scikit-learn", sklearn.__version__, "numpy", numpy.__version__, "no seed; each line: name, then numbers")


def table(name):
    rows = numpy.loadtxt(sys.argv[1] + "/" + name + ".csv", delimiter=",", skiprows=1)
    x = rows[:, :-1]
    return (x - x.mean(0)) / x.std(0), rows[:, -1]


def show(name, *numbers):
    print(name, *(repr(float(n)) for part in numbers for n in numpy.ravel(part)))


x, t = table("diabetes")
for name, model in (("leastSquares", LinearRegression()), ("ridge", Ridge(alpha=0.5 * len(x))),
                    ("lasso", Lasso(alpha=2.0, tol=1e-12, max_iter=100000))):
    model.fit(x, t)
    show(name + ".weights", model.coef_)
    show(name + ".intercept", model.intercept_)
    show(name + ".explained", model.score(x, t))

x, t = table("breast_cancer")
model = LogisticRegression(C=1 / (0.1 * len(x)), tol=1e-12, max_iter=100000).fit(x, t)
show("logistic.theta", model.coef_, model.intercept_)
show("logistic.accuracy", model.score(x, t))

for name in ("iris", "wine"):
    x, t = table(name)
    model = LogisticRegression(C=1 / (0.1 * len(x)), multi_class="multinomial", tol=1e-12, max_iter=100000).fit(x, t)
    show(name + ".probabilities", model.predict_proba(x[::25]))
    show(name + ".accuracy", model.score(x, t))
