"""The company's mkdocs.yml and its own pages."""
