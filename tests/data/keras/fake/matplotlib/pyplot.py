"""Draws nothing."""


def plot(*args, **kwargs):
    pass


xlabel = ylabel = legend = show = plot
