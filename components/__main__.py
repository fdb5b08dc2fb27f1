"""What a language host runs for `components/` as a plugin: the package's own process."""

from azure_image_gallery.provider.main import main

if __name__ == "__main__":
    main()
